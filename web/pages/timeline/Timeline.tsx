/** The acts in order of their days, a hundred a page, with a filter that works without script. */
import type { TimelineData } from "#api/contract";
import type { ActRow } from "#rules";
import type { Head } from "../Frame.tsx";
import { LensLine } from "../Lens.tsx";
import { Paging } from "../Paging.tsx";
import type { OrgPage } from "../page.ts";
import { Filter } from "./Filter.tsx";

type Props = { readonly page: OrgPage; readonly data: TimelineData };

const perPage = 100;

const askedOf = ({ request: { address } }: OrgPage) => {
  const { kind, actor, from, to } = address.query;
  return { kind, actor, from, to };
};

export const timelineHead = (page: OrgPage, { number }: TimelineData): Head => ({
  title: page.t.timelineTitle,
  asked: { ...askedOf(page), page: number > 1 ? String(number) : undefined },
  place: "timeline",
});

/** The day of an act on which its why can be asked; an act without a precise day has none. */
const dayIn = ({ occurredOn, effectiveOn }: ActRow): string =>
  [occurredOn, effectiveOn].find((text) => /^\d{4}-\d\d-\d\d$/.test(text)) ?? "";

/** A day as people read it; of `..` nothing is known. */
const When = ({ page, day }: { readonly page: OrgPage; readonly day: string }) => {
  if (day === "") return null;
  if (day === "..") return <>{page.t.noDay}</>;
  return <time dateTime={day}>{page.t.dates.brief(day)}</time>;
};

const Act = ({ page, row }: { readonly page: OrgPage; readonly row: ActRow }) => {
  const { columns, confidences } = page.words;
  return (
    <tr>
      <td data-label={columns.occurredOn}>
        <When page={page} day={row.occurredOn} />
      </td>
      <th scope="row" data-why={`act/${row.id}`}>
        <a href={page.to.why(`act/${row.id}`, dayIn(row))}>{row.title}</a>
        <small class="quiet">{page.kind(row.kind)}</small>
      </th>
      <td data-label={columns.actors}>{row.actors.map(page.name).join(", ")}</td>
      <td data-label={columns.effectiveOn}>
        {row.effectiveOn !== row.occurredOn && <When page={page} day={row.effectiveOn} />}
      </td>
      <td data-label={columns.confidence}>{confidences[row.confidence]}</td>
    </tr>
  );
};

export const TimelinePage = ({ page, data }: Props) => {
  const { t, words } = page;
  const { columns } = words;
  const { acts } = data.answer;
  const first = (data.number - 1) * perPage;
  const rows = acts.slice(first, first + perPage);
  return (
    <>
      <h1>{t.timelineTitle}</h1>
      <Filter page={page} asked={askedOf(page)} />
      <LensLine of={page} />
      {rows.length === 0 ? (
        <p>{words.sentences.nothing}</p>
      ) : (
        <table class="timeline">
          <caption>{t.rows(first + 1, first + rows.length, acts.length)}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.occurredOn}</th>
              <th scope="col">{columns.title}</th>
              <th scope="col">{columns.actors}</th>
              <th scope="col">{columns.effectiveOn}</th>
              <th scope="col">{columns.confidence}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Act key={row.id} page={page} row={row} />
            ))}
          </tbody>
        </table>
      )}
      <Paging
        page={page}
        asked={askedOf(page)}
        number={data.number}
        pages={Math.ceil(data.answer.acts.length / perPage)}
        back={page.t.earlierPage}
        on={page.t.laterPage}
      />
    </>
  );
};
