/** What changed between two days. */
import type { DiffData } from "#api/contract";
import type { ChangeRow } from "#rules";
import { doubtedText } from "#wording";
import type { Head } from "../Frame.tsx";
import { LegendOf } from "../Legend.tsx";
import { LensLine } from "../Lens.tsx";
import type { OrgPage } from "../page.ts";

type Props = { readonly page: OrgPage; readonly data: DiffData };

const titleOf = ({ t }: OrgPage, { answer: { from, to } }: DiffData): string =>
  t.diffTitle(t.dates.when(from), t.dates.when(to));

export const diffHead = (page: OrgPage, data: DiffData): Head => ({
  title: titleOf(page, data),
  on: data.answer.to,
  asked: { from: data.answer.from, to: data.answer.to },
  place: "diff",
});

const Form = ({ page, data: { answer } }: Props) => (
  <form class="day-form" action={page.request.address.path} method="get">
    <label for="from">{page.t.diffFrom}</label>
    <input id="from" type="date" name="from" value={answer.from} required />
    <label for="to">{page.t.diffTo}</label>
    <input id="to" type="date" name="to" value={answer.to} required />
    {Object.entries(page.lens).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <button type="submit">{page.t.compare}</button>
  </form>
);

type Side = "before" | "after";

/** A value on one of the two days; with the doubt about it, for that may be what changed. */
const Value = ({ page, row, side }: { page: OrgPage; row: ChangeRow; side: Side }) => {
  const { certainty, possible } = row;
  const others = (possible?.[side] ?? []).filter((value) => value !== row[side]).map(page.value);
  return (
    <>
      {doubtedText(row[side], certainty[side], page.language, page.ground.pack)}
      {others.length > 0 && (
        <small class="doubt">
          {certainty[side] === "uncertain"
            ? page.moving.perhaps(others)
            : page.moving.othersSay(others)}
        </small>
      )}
    </>
  );
};

/** A state leads to its page; other subjects have only their why. */
const Subject = ({ page, subject, on }: { page: OrgPage; subject: string; on: string }) => {
  const state = /^membership\/([A-Z]{3})$/.exec(subject)?.[1];
  if (state === undefined) return <>{page.subject(subject)}</>;
  return <a href={page.to.status(state, on)}>{page.subject(subject)}</a>;
};

const dayOfChange = (on: string, to: string): string => /^\d{4}-\d\d-\d\d$/.exec(on)?.[0] ?? to;

const Change = ({ page, row, to }: { page: OrgPage; row: ChangeRow; to: string }) => {
  const { columns } = page.words;
  const on = dayOfChange(row.on, to);
  return (
    <tr>
      <th scope="row">
        <Subject page={page} subject={row.subject} on={on} />
      </th>
      <td data-label={columns.before}>
        <Value page={page} row={row} side="before" />
      </td>
      <td data-label={columns.after} data-why={row.subject}>
        <a href={page.to.why(row.subject, on)}>
          <Value page={page} row={row} side="after" />
        </a>
      </td>
      <td data-label={columns.on}>
        <time dateTime={row.on}>{page.t.dates.brief(row.on)}</time>
      </td>
      <td data-label={columns.acts}>
        <ul class="acts">
          {row.acts.map((id) => (
            <li key={id} data-why={`act/${id}`}>
              <a href={page.to.why(`act/${id}`, on)}>{page.act(id)}</a>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
};

export const DiffPage = ({ page, data }: Props) => {
  const { changes, to } = data.answer;
  const { columns } = page.words;
  return (
    <>
      <h1>{titleOf(page, data)}</h1>
      <Form page={page} data={data} />
      <LensLine of={page} />
      {changes.length === 0 ? (
        <p>{page.words.sentences.nothing}</p>
      ) : (
        <table class="diff">
          <caption class="visually-hidden">{titleOf(page, data)}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.subject}</th>
              <th scope="col">{columns.before}</th>
              <th scope="col">{columns.after}</th>
              <th scope="col">{columns.on}</th>
              <th scope="col">{columns.acts}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((row) => (
              <Change key={row.subject} page={page} row={row} to={to} />
            ))}
          </tbody>
        </table>
      )}
      <LegendOf
        page={page}
        used={changes.flatMap(({ certainty }) => [certainty.before, certainty.after])}
      />
    </>
  );
};
