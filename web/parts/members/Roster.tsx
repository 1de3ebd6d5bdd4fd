/** The table of the members page: who was bound, since when, until when, and by what. */
import { isoOf } from "#base";
import type { MovingWords, Standing } from "#wording";
import { hrefs } from "../href.ts";
import { Pill } from "../page/Pill.tsx";
import type { DayProps } from "./Dayline.tsx";
import type { MembersView } from "./data.ts";
import { countsOf, isListed, type Row, rosterOn, standingOf } from "./view.ts";

type Words = { readonly t: MovingWords; readonly d: MembersView };

const wordFor = (d: MembersView, value: string): string => d.labels.values[value] ?? value;

/** Under `uncertain` what is possible, under `disputed` what others say instead. */
const Doubt = ({ t, d, row }: Words & { readonly row: Row }) => {
  if (row.certainty === "certain") return null;
  const others = row.possible.filter((value) => value !== row.value);
  const words = others.map((value) => wordFor(d, value));
  return (
    <small class="doubt">
      {row.certainty === "uncertain" ? t.perhaps(words) : t.othersSay(words)}
      {row.certainty === "disputed" && !isListed(row) && ` (${t.notListed})`}
    </small>
  );
};

type RowProps = Words & { readonly row: Row; readonly on: string };

const StatusCell = ({ t, d, row, on }: RowProps) => (
  <td data-why={`membership/${row.id}`} data-label={d.labels.columns.status}>
    <a class="why" href={hrefs(d.org, d.lens).why(`membership/${row.id}`, on)}>
      <Pill
        status={row.value}
        certainty={row.certainty}
        word={wordFor(d, row.value)}
        doubt={row.certainty === "disputed" ? d.labels.disputed : undefined}
      />
    </a>
    <Doubt t={t} d={d} row={row} />
  </td>
);

const StateRow = ({ t, d, row, on }: RowProps) => {
  const { columns } = d.labels;
  const to = hrefs(d.org, d.lens);
  return (
    <tr data-state={row.id}>
      <th scope="row">
        <a href={to.status(row.id, on)}>{row.name}</a>
      </th>
      <StatusCell t={t} d={d} row={row} on={on} />
      <td data-label={columns.since}>
        {row.since !== undefined && <time dateTime={row.since}>{t.dates.brief(row.since)}</time>}
      </td>
      <td data-label={columns.until}>
        {row.until !== undefined && <time dateTime={row.until}>{t.dates.brief(row.until)}</time>}
      </td>
      <td data-label={columns.instruments}>
        <ul class="instruments">
          {row.instruments.map(({ id, name, value, certainty }) => (
            <li key={id} data-why={`status/${id}/${row.id}`}>
              {name}: <a href={to.why(`status/${id}/${row.id}`, on)}>{wordFor(d, value)}</a>
              {certainty === "disputed" && ` (${d.labels.disputed})`}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
};

type GroupProps = Words & {
  readonly rows: readonly Row[];
  readonly on: string;
  readonly heading: string;
};

const Group = ({ t, d, rows, on, heading }: GroupProps) =>
  rows.length === 0 ? null : (
    <tbody>
      <tr class="group">
        <th colSpan={5} scope="rowgroup">
          {heading}
        </th>
      </tr>
      {rows.map((row) => (
        <StateRow key={row.id} t={t} d={d} row={row} on={on} />
      ))}
    </tbody>
  );

const standings: readonly Standing[] = ["bound", "suspended", "signatory", "uncertain"];

/** Nobody was bound, as far as is known; through a lens that is less than that nobody was. */
const Nobody = ({ t, d }: Words) => {
  const { lang: _, ...worn } = d.lens;
  return <p>{Object.keys(worn).length > 0 ? t.nobodyKnown : t.nobody}</p>;
};

/** Numbers are values too: each leads to the rows that it counts (S-38). */
const Counts = ({ d, counts }: Words & { readonly counts: ReturnType<typeof countsOf> }) => (
  <ul class="counts">
    {counts.map(([status, count]) => (
      <li key={status} data-why="members">
        <a href="#members">
          {wordFor(d, status)}: <b>{count}</b>
        </a>
      </li>
    ))}
  </ul>
);

export const Roster = ({ t, d, day }: DayProps) => {
  const on = isoOf(day);
  const roster = rosterOn(d, day);
  const { columns } = d.labels;
  const to = hrefs(d.org, d.lens);
  return (
    <>
      <h2>{t.members}</h2>
      <Counts t={t} d={d} counts={countsOf(roster)} />
      {roster.members.every((row) => standingOf(row) === "signatory") && <Nobody t={t} d={d} />}
      {roster.members.length + roster.others.length > 0 && (
        <table class="roster" id="members">
          <caption class="visually-hidden">{t.title(t.dates.long(day))}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.state}</th>
              <th scope="col">{columns.status}</th>
              <th scope="col">{columns.since}</th>
              <th scope="col">{columns.until}</th>
              <th scope="col">{columns.instruments}</th>
            </tr>
          </thead>
          {standings.map((standing) => (
            <Group
              key={standing}
              t={t}
              d={d}
              rows={roster.members.filter((row) => standingOf(row) === standing)}
              on={on}
              heading={t.groups[standing]}
            />
          ))}
          <Group t={t} d={d} rows={roster.others} on={on} heading={t.others} />
        </table>
      )}
      {roster.without.length > 0 && (
        <p class="without">
          <b>{t.without}:</b>{" "}
          {roster.without.map(({ id, name }, i) => (
            <span key={id}>
              {i > 0 && ", "}
              <a href={to.status(id, on)}>{name}</a>
            </span>
          ))}
        </p>
      )}
    </>
  );
};
