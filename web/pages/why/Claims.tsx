/** A list of claims: the act, what is said, by which source and how sure we are of it. */
import type { ClaimRow } from "#rules";
import { confidenceText, differenceText, standingText } from "#wording";
import type { OrgPage } from "../page.ts";
import { Says } from "./Says.tsx";

type Props = {
  readonly page: OrgPage;
  readonly on: string;
  readonly heading: string;
  readonly explain?: string;
  readonly rows: readonly ClaimRow[];
};

/** Titles of sources are in the language of the source, mostly not that of a Russian page. */
const langOf = (page: OrgPage, title: string): string | undefined => {
  const lang = /[а-яё]/i.test(title) ? "ru" : "en";
  return lang === page.language ? undefined : lang;
};

const Source = ({ page, row, on }: { page: OrgPage; row: ClaimRow; on: string }) => {
  const { source, standing, confidence, differs } = row;
  const difference = differenceText(row, page.language);
  const { columns } = page.words;
  const notes = [
    ...(standing === undefined ? [] : [standingText(standing, page.language)]),
    ...(confidence === undefined
      ? []
      : [`${columns.confidence.toLowerCase()}: ${confidenceText(confidence, page.language)}`]),
  ].filter((text) => text !== "");
  const title = source === undefined ? "" : page.source(source);
  return (
    <p class="source">
      {source !== undefined && (
        <a
          href={page.to.why(`source/${source}`, on)}
          data-why={`source/${source}`}
          lang={langOf(page, title)}
        >
          {title}
        </a>
      )}
      {source !== undefined && <code class="quiet"> {source}</code>}
      {notes.length > 0 && <span class="quiet"> ({notes.join(", ")})</span>}
      {difference !== "" && (
        <span class={`differs differs-${differs ?? "other"}`}> {difference}</span>
      )}
    </p>
  );
};

const Claim = ({ page, row, on }: { page: OrgPage; row: ClaimRow; on: string }) => {
  const { clause, mendedBy } = row;
  return (
    <li class="claim">
      <h3 data-why={`act/${row.act}`}>
        <a href={page.to.why(`act/${row.act}`, on)}>{page.act(row.act)}</a>
      </h3>
      <p class="quiet">
        {page.kind(row.kind)}
        {clause !== undefined && (
          <>
            {", "}
            <a href={page.to.provision(clause, on)}>
              {page.t.underClause(page.name(`provision/${clause}`))}
            </a>
          </>
        )}
        {mendedBy !== undefined && `; ${page.words.sentences.corrected(mendedBy)}`}
      </p>
      <Says page={page} says={row.says} />
      <Source page={page} row={row} on={on} />
    </li>
  );
};

export const Claims = ({ page, on, heading, explain, rows }: Props) =>
  rows.length === 0 ? null : (
    <section>
      <h2>{heading}</h2>
      {explain !== undefined && <p class="quiet">{explain}</p>}
      <ol class="claims">
        {rows.map((row) => (
          <Claim key={`${row.act} ${row.claim}`} page={page} row={row} on={on} />
        ))}
      </ol>
    </section>
  );
