import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { isList, type QuestionSpec, questions } from "#rules";
import { answerSchemas } from "./answer-schemas.ts";
import { bodyOf, posted } from "./posted.ts";
import { statuses } from "./problem.ts";
import { appOf, organizations } from "./testing.ts";

type Operation = {
  readonly parameters?: readonly { readonly name: string; readonly required?: boolean }[];
  readonly responses: { readonly [status: string]: unknown };
  readonly requestBody?: unknown;
};
type Described = {
  readonly openapi: string;
  readonly paths: {
    readonly [path: string]: { readonly get: Operation; readonly post?: Operation };
  };
};

/** Statuses of what is wrong with a body. */
const ofBodies: readonly number[] = [413, 415];

const app = appOf();
const described = (await (await app.request("/api/v1/openapi.json")).json()) as Described;

describe("OpenAPI 3.1", () => {
  test("the document is valid", async () => {
    const { valid, errors } = await new Validator().validate({ ...described });
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(described.openapi).toBe("3.1.0");
  });

  test.each(questions)("$command: the parameters of the rules, each status", (spec) => {
    const { parameters = [], responses } = described.paths[`/api/v1/{org}/${spec.command}`]
      ?.get ?? { responses: {} };
    const wanted = [...spec.positional, ...spec.options].map(({ name, required }) => [
      name,
      required,
    ]);
    expect(parameters.map(({ name, required = false }) => [name, required])).toEqual([
      ["org", true],
      ...wanted,
    ]);
    expect(Object.keys(responses).sort()).toEqual(
      [...new Set([200, 304, ...Object.values(statuses)])]
        .filter((status) => !ofBodies.includes(status))
        .map(String)
        .sort(),
    );
  });

  test.each(posted)("$command posted: the file is the body, each status", (spec) => {
    const {
      parameters = [],
      responses,
      requestBody,
    } = described.paths[`/api/v1/{org}/${spec.command}`]?.post ?? { responses: {} };
    expect(parameters.map(({ name }) => name)).not.toContain(bodyOf(spec));
    expect(JSON.stringify(requestBody)).toContain("application/json");
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(ofBodies.map(String)));
  });
});

/** Questions that touch every shape there is: each state, each act, each day of change. */
const asked = (org: string): readonly (readonly [QuestionSpec["command"], string])[] => {
  const { pack, library } = organizations.get(org) ?? {};
  if (pack === undefined || library === undefined) throw new Error(`no ${org}`);
  const record = library.under({});
  const days = ["1992-05-15", "1993-06-01", "1999-04-21", "2007-01-01", "2012-12-19", "2026-11-23"];
  const lenses = ["", "&according-to=preferred", "&published-by=2021-03-26", "&known=%2350"];
  const fluents = record.fluents().filter((name) => /^(membership|in-force|provision)/.test(name));
  return [
    ...days.flatMap((on) => lenses.map((lens) => ["members", `on=${on}${lens}`] as const)),
    ...[...pack.states.keys()].map((state) => ["status", `state=${state}`] as const),
    ...fluents.map((name) => ["why", `subject=${name}&on=2012-12-19&lang=ru`] as const),
    ...record.acts(record.size()).map(({ act }) => ["why", `subject=act/${act.id}`] as const),
    ...record.sources().map(({ id }) => ["why", `subject=source/${id}`] as const),
    ...days.map((to) => ["diff", `from=1992-01-01&to=${to}`] as const),
    ...[...pack.provisions.keys()].flatMap((id) =>
      days.map((on) => ["provision", `id=${id}&on=${on}`] as const),
    ),
    ...lenses.map((lens) => ["timeline", `from=1992-01-01${lens}`] as const),
    ["timeline", "kind=source.registered"],
    ...record
      .acts(record.size())
      .filter(({ act }, place) => place % (act.kind === "decision.put" ? 7 : 41) === 0)
      .map(({ act }) => ["check", `act=${act.id}&trace=nodes`] as const),
    ...days.map((on) => ["duties", `situation=${encodeURIComponent(attacked(org, on))}`] as const),
    ...lists.flatMap((name) => days.map((on) => [name, `on=${on}&lang=ru${words(name)}`] as const)),
    ...lists.flatMap((name) => lenses.map((lens) => [name, `per=2${lens}${words(name)}`] as const)),
  ];
};

/** One list asks for words; something of every kind speaks of these. */
const words = (name: string): string => (name === "search" ? "&q=organization" : "");
/** A whole hypothetical case with a request and a finding. */
const attacked = (org: string, on: string): string => {
  const victim = org === "csto" ? "KAZ" : "TUR";
  const by = org === "csto" ? "council" : "north-atlantic-council";
  const acts = [{ kind: "request-assistance", by: victim, on }];
  const findings = [{ kind: "armed-attack", value: true, by, on }];
  return JSON.stringify({ on, victim, acts, findings });
};

const lists = questions.map(({ command }) => command).filter(isList);

/** Coverage needs a source whose facts are numbered; a small world has one (lists.test.ts). */
const ofRecords = questions.filter(
  ({ command }) => command !== "coverage" && command !== "decide", // See verdicts.test.ts.
);

describe.each(["csto", "nato"])("every answer of %s has the shape described", (org) => {
  test.each(ofRecords)("$command", async ({ command }) => {
    const own = asked(org).filter(([name]) => name === command);
    expect(own.length).toBeGreaterThan(3);
    for (const [, query] of own) {
      const response = await app.request(`/api/v1/${org}/${command}?${query}`);
      const found = answerSchemas[command].safeParse(await response.json());
      expect([query, response.status, found.error?.issues.length]).toEqual([query, 200, undefined]);
    }
  });
});

describe("docs/reference/http.md", () => {
  const text = readFileSync(join(import.meta.dirname, "../../docs/reference/http.md"), "utf8");
  const rows = [...text.matchAll(/^\| `([\w.-]+)` \| (\d{3}) \|/gm)].map(([, code, status]) => [
    code,
    Number(status),
  ]);

  test("lists each code with its status, in order of status and code", () => {
    expect(rows).toEqual(Object.entries(statuses));
  });

  test("names each question with its parameters", () => {
    for (const { command, positional, options } of questions) {
      const names = [...positional, ...options].map(({ name }) => `\`${name}\``).join(", ");
      expect(text).toContain(`| \`${command}\` | ${names} |`);
    }
  });
});

test("the table of problems names each code", async () => {
  const { problems } = (await (await app.request("/api/v1/problems?lang=ru")).json()) as {
    readonly problems: readonly { readonly code: string; readonly detail: string }[];
  };
  expect(problems.map(({ code }) => code)).toEqual(Object.keys(statuses));
  for (const { detail } of problems) expect(detail).toMatch(/[а-я]{3}/);
});

test("every code that the rules refuse with has a status", () => {
  const rules = join(import.meta.dirname, "../rules");
  const codes = ["params", "why", "why-thing", "diff", "members", "provision", "ask", "timeline"]
    .concat("list", "forces", "exercises", "relations", "plans", "decisions", "coverage")
    .map((name) => readFileSync(join(rules, `${name}.ts`), "utf8"))
    .flatMap((text) => [...text.matchAll(/"(query\.[a-z-]+)"/g)].map(([, code]) => code ?? ""));
  expect(codes.length).toBeGreaterThan(15);
  expect(codes.filter((code) => !Object.hasOwn(statuses, code))).toEqual([]);
});
