/**
 * A verdict as a readable tree: each reading with its sentence, its clauses, what decided, what is
 * missing and what would change it. With it the calculator of decisions, a plain form.
 *
 * Everything is a list in a list, so that it reads the same by eye, by ear and on paper.
 */
import type { VerdictData } from "#api/contract";
import type { Line } from "#wording";
import { href } from "../../parts/href.ts";
import type { Head } from "../Frame.tsx";
import { LensLine } from "../Lens.tsx";
import type { OrgPage } from "../page.ts";
import { Calculator } from "./Calculator.tsx";

type Props = { readonly page: OrgPage; readonly data: VerdictData };

export const verdictHead = (page: OrgPage, { question, title, on }: VerdictData): Head => ({
  title,
  on,
  asked: { ...page.request.address.query, on },
  ...(question === "decide" && { place: "decide" as const }),
});

/** The clauses that a line rests on, and the acts. */
const Rests = ({ page, line, on }: { page: OrgPage; line: Line; on: string }) => {
  const { clauses, acts } = line;
  if (clauses.length + acts.length === 0) return null;
  return (
    <small class="rests">
      {clauses.map((clause) => (
        <a key={clause} href={page.to.provision(clause, on)}>
          {clause}
        </a>
      ))}
      {acts.map((act) => (
        <a key={act} href={page.to.why(`act/${act}`, on)}>
          {page.act(act)}
        </a>
      ))}
    </small>
  );
};

type TreeProps = {
  readonly page: OrgPage;
  readonly lines: readonly Line[];
  readonly subject: string;
  readonly on: string;
};

const Tree = ({ page, lines, subject, on }: TreeProps) =>
  lines.length === 0 ? null : (
    <ul class="tree">
      {lines.map((line) => (
        <li key={line.text} data-role={line.role}>
          <span data-why={subject}>{line.text}</span> <Rests page={page} line={line} on={on} />
          <Tree page={page} lines={line.kids} subject={subject} on={on} />
        </li>
      ))}
    </ul>
  );

/** One reading: its verdict as the heading, its reasons as a tree. */
const Reading = ({ line, ...rest }: Omit<TreeProps, "lines"> & { readonly line: Line }) => (
  <section class="reading">
    <h2 data-why={rest.subject}>{line.text}</h2>
    <Tree {...rest} lines={line.kids} />
  </section>
);

export const VerdictPage = ({ page, data }: Props) => {
  const { title, on, lines, notes, subject, calculator, question } = data;
  const readings = lines.filter(({ role }) => role === "verdict");
  const others = lines.filter(({ role }) => role !== "verdict");
  const { query, path } = page.request.address;
  const rest = { page, subject, on };
  return (
    <>
      <h1>{title}</h1>
      {calculator !== undefined && <Calculator page={page} data={calculator} on={on} />}
      <LensLine of={page} />
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {question === "duties" && <Tree {...rest} lines={others} />}
      {readings.map((line) => (
        <Reading key={line.text} {...rest} line={line} />
      ))}
      {question !== "duties" && <Tree {...rest} lines={others} />}
      <p class="quiet">
        <a href={href(`/api/v1${path.replace(/\/check\/.*$/, "/check")}`, data.api)}>
          {page.t.receipts}
        </a>
        {query["trace"] === "nodes" ? null : (
          <>
            {" · "}
            <a href={href(path, { ...query, trace: "nodes" })}>{page.t.everyNode}</a>
          </>
        )}
      </p>
    </>
  );
};
