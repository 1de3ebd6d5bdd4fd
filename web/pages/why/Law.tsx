/** The law behind a value: readings side by side, clauses, and what corrections came. */
import type { ReadingRow, WhyAnswer } from "#rules";
import { groundText } from "#wording";
import { Pill } from "../../parts/page/Pill.tsx";
import type { OrgPage } from "../page.ts";

type Props = { readonly page: OrgPage; readonly answer: WhyAnswer };

/** Each question with its readings, in the order of the answer. */
const byAxis = (rows: readonly ReadingRow[]): ReadonlyMap<string, readonly ReadingRow[]> => {
  const axes = new Map<string, readonly ReadingRow[]>();
  for (const row of rows) axes.set(row.axis, [...(axes.get(row.axis) ?? []), row]);
  return axes;
};

type ReadingProps = { readonly page: OrgPage; readonly row: ReadingRow; readonly on: string };

const Reading = ({ page, row, on }: ReadingProps) => {
  const { pack } = page.ground;
  const option = pack.axes.get(row.axis)?.options.get(row.reading);
  const held = option?.heldBy.map(page.name) ?? [];
  return (
    <div class="reading">
      <p>
        <Pill status={row.value} certainty="certain" word={page.value(row.value)} />
        {row.possible !== undefined && (
          <small class="doubt">{page.moving.perhaps(row.possible.map(page.value))}</small>
        )}
      </p>
      <p>{option?.gist[page.language] ?? row.reading}</p>
      {held.length > 0 && <p class="quiet">{held.join(", ")}</p>}
      <ul class="acts">
        {option?.sources.map((source) => (
          <li key={source} class="source">
            <a href={page.to.why(`source/${source}`, on)} data-why={`source/${source}`}>
              {page.source(source)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};

export const Readings = ({ page, answer: { readings = [], on } }: Props) =>
  readings.length === 0 ? null : (
    <section>
      <h2>{page.t.readings}</h2>
      {[...byAxis(readings)].map(([axis, rows]) => (
        <div key={axis}>
          <p>{page.ground.pack.axes.get(axis)?.question[page.language] ?? axis}</p>
          <div class="readings">
            {rows.map((row) => (
              <Reading key={row.reading} page={page} row={row} on={on} />
            ))}
          </div>
        </div>
      ))}
    </section>
  );

export const Clauses = ({ page, answer: { clauses, on } }: Props) =>
  clauses.length === 0 ? null : (
    <section>
      <h2>{page.t.clauses}</h2>
      <ul>
        {clauses.map((id) => (
          <li key={id}>
            <a href={page.to.provision(id, on)}>{page.name(`provision/${id}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  );

export const Mended = ({ page, answer: { mended } }: Props) => {
  const { sentences } = page.words;
  if (mended.length === 0) return null;
  return (
    <section>
      <h2>{page.t.mended}</h2>
      <ul>
        {mended.map(({ act, mends, retracted, ground }) => (
          <li key={act}>
            {(retracted ? sentences.retracted : sentences.corrected)(page.act(mends))}
            {ground !== undefined && `: ${groundText(ground, page.language)}`}
          </li>
        ))}
      </ul>
    </section>
  );
};
