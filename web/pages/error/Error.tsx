/** When there is no answer: what was found, what is accepted, and where to go from here. */
import type { ErrorData } from "#api/contract";
import { href } from "../../parts/href.ts";
import type { Head } from "../Frame.tsx";
import type { Page } from "../page.ts";

type Props = { readonly page: Page; readonly data: ErrorData };

const wordsOf = ({ t }: Page, status: number) => t.faults[String(status)] ?? t.fault;

export const errorHead = (page: Page, { status }: ErrorData): Head => ({
  title: wordsOf(page, status).title,
  asked: {},
  index: false,
});

/** A list of all that is accepted can be long: each word of it may break onto a new line. */
const Row = ({ label, text }: { readonly label: string; readonly text: string | undefined }) =>
  text === undefined || text === "" ? null : (
    <div>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  );

export const ErrorPage = ({ page, data }: Props) => {
  const { t } = page;
  const words = wordsOf(page, data.status);
  return (
    <>
      <h1>{words.title}</h1>
      <p class="help">{data.message}</p>
      <p>{words.advice}</p>
      <dl class="facts">
        <Row label={t.where} text={data.field} />
        <Row label={t.found} text={data.found} />
        <Row label={t.accepted} text={data.accepted} />
        <Row label={t.code} text={`${data.status} ${data.code}`} />
      </dl>
      <ul>
        {page.request.organizations.map(({ id, ...short }) => (
          <li key={id}>
            <a href={href(`/${id}/members`, { lang: page.lens["lang"] })}>
              {short[page.language]}: {t.places.members}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};
