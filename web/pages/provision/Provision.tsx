/** What a provision said on a day: gist of the version in force, the versions, the amendments. */
import type { ProvisionData } from "#api/contract";
import { citeOf, seenText } from "#wording";
import { DayForm } from "../../parts/page/DayForm.tsx";
import type { Head } from "../Frame.tsx";
import { LegendOf } from "../Legend.tsx";
import { Ahead, LensLine } from "../Lens.tsx";
import type { OrgPage } from "../page.ts";

type Props = { readonly page: OrgPage; readonly data: ProvisionData };

const titleOf = ({ ground, language, t }: OrgPage, id: string): string =>
  t.provisionTitle(citeOf(id, ground.pack, language));

export const provisionHead = (page: OrgPage, { answer: { id, on } }: ProvisionData): Head => ({
  title: titleOf(page, id),
  cited: page.t.onDay(titleOf(page, id), page.t.dates.when(on)),
  on,
  asked: { on },
});

/** In force, not in force, or not known; with the version. */
const Force = ({ page, data: { answer } }: Props) => {
  const { t } = page;
  const date = t.dates.when(answer.on);
  const sentence =
    answer.inForce === null
      ? t.forceOpenOn(date)
      : answer.inForce
        ? t.inForceOn(date)
        : t.notInForceOn(date);
  return (
    <p class="verdict" data-why={`provision/${answer.id}`}>
      <a href={page.to.why(`provision/${answer.id}`, answer.on)}>
        {sentence}
        {answer.version !== null && `, ${page.value(answer.version)}`}
      </a>
    </p>
  );
};

const Versions = ({ page, data: { answer } }: Props) => {
  const { t, words, ground, language } = page;
  const { columns } = words;
  if (answer.versions.length === 0) return <p>{t.noVersions}</p>;
  const texts = ground.pack.provisions.get(answer.id)?.versions ?? [];
  return (
    <table class="versions">
      <caption class="visually-hidden">{t.versions}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.version}</th>
          <th scope="col">{columns.from}</th>
          <th scope="col">{columns.until}</th>
          <th scope="col">{columns.gist}</th>
        </tr>
      </thead>
      <tbody>
        {answer.versions.map(({ n, from, until }) => (
          <tr key={`${n} ${from}`} aria-current={n === answer.version ? "true" : undefined}>
            <th scope="row" data-why={`provision/${answer.id}`}>
              <a href={page.to.why(`provision/${answer.id}`, from ?? answer.on)}>{n}</a>
            </th>
            <td data-label={columns.from}>{from !== undefined && t.dates.brief(from)}</td>
            <td data-label={columns.until}>{until !== undefined && t.dates.brief(until)}</td>
            <td data-label={columns.gist}>{texts.find((text) => text.n === n)?.gist[language]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

export const ProvisionPage = ({ page, data }: Props) => {
  const { t, words } = page;
  const { answer } = data;
  return (
    <>
      <h1>{titleOf(page, answer.id)}</h1>
      <Force page={page} data={data} />
      {answer.gist !== null && <p class="gist">{answer.gist}</p>}
      <p class="quiet">
        {answer.gist !== null && t.summary(seenText(answer.textSeen, page.language))}
        {answer.textSeen !== "full" && ` ${words.sentences.notSeen}`}
      </p>
      <LensLine of={page} />
      <Ahead page={page} lastAct={answer.lastAct} />
      <div class="dayline">
        <DayForm
          action={page.request.address.path}
          label={page.moving.day}
          button={page.moving.show}
          on={answer.on}
          kept={page.lens}
        />
      </div>
      <h2>{t.versions}</h2>
      <Versions page={page} data={data} />
      {answer.amended.map(({ by, on }) => (
        <p key={by}>{words.sentences.amended(page.act(by), t.dates.when(on))}</p>
      ))}
      <LegendOf page={page} used={[answer.certainty]} />
    </>
  );
};
