/** S-53: a table of malformed questions by the rule they break; each refused at its field. */
import { describe, expect, test } from "vitest";
import { problemSchema } from "./answer-schemas.ts";
import { statuses } from "./problem.ts";
import { appOf, readBack } from "./testing.ts";

type Row = readonly [rule: string, question: string, code: keyof typeof statuses, field: string];

const day = (rule: string, text: string): readonly Row[] => [
  [`day: ${rule}`, `members?on=${text}`, "query.day", "on"],
];

/** Refused alike as a question of the API and as a page of the same name. */
const both: readonly Row[] = [
  ...day("a word", "today"),
  ...day("a month alone", "1999-04"),
  ...day("a year alone", "1999"),
  ...day("one digit", "1999-4-21"),
  ...day("no such day", "1999-02-29"),
  ...day("day zero", "1999-04-00"),
  ...day("month thirteen", "1999-13-01"),
  ...day("year zero", "0000-01-01"),
  ...day("five digits", "19999-01-01"),
  ...day("a sign", "-1999-01-01"),
  ...day("an instant", "1999-04-21T00:00:00Z"),
  ...day("a window", "[1999-04-20..1999-04-21]"),
  ...day("approximate", "1999-04-21~"),
  ...day("space before", "+1999-04-21"),
  ...day("space after", "1999-04-21%20"),
  ...day("line feed after", "1999-04-21%0a"),
  ...day("a nought byte", "1999-04-21%00"),
  ...day("arabic digits", "%D9%A1999-04-21"),
  ...day("full-width digits", "%EF%BC%911999-04-21"),
  ["unknown: a name", "members?day=1999-04-21", "query.unknown-parameter", "day"],
  ["unknown: capitals", "members?ON=1999-04-21", "query.unknown-parameter", "ON"],
  [
    "unknown: camel case",
    "members?publishedBy=2001-01-01",
    "query.unknown-parameter",
    "publishedBy",
  ],
  ["unknown: the organization", "members?org=nato", "query.unknown-parameter", "org"],
  ["unknown: another question's", "members?kind=sign", "query.unknown-parameter", "kind"],
  ["unknown: a brace", "members?on[]=1999-04-21", "query.unknown-parameter", "on[]"],
  ["unknown: __proto__", "members?__proto__=1", "query.unknown-parameter", "__proto__"],
  ["unknown: constructor", "members?constructor=1", "query.unknown-parameter", "constructor"],
  ["unknown: no name", "members?=1", "query.unknown-parameter", ""],
  ["repeated: two days", "members?on=1999-04-21&on=1999-04-22", "query.repeated", "on"],
  ["repeated: the same twice", "members?on=1999-04-21&on=1999-04-21", "query.repeated", "on"],
  ["repeated: written otherwise", "members?on=1999-04-21&%6fn=1999-04-21", "query.repeated", "on"],
  ["repeated: lang", "members?lang=en&lang=ru", "query.repeated", "lang"],
  ["encoding: half a pair", "members?on=%", "http.encoding", "on"],
  ["encoding: no hex", "members?on=%zz", "http.encoding", "on"],
  ["encoding: a lone byte", "members?on=%ff", "http.encoding", "on"],
  ["encoding: overlong", "members?on=%c0%af", "http.encoding", "on"],
  ["encoding: a surrogate", "members?on=%ed%a0%80", "http.encoding", "on"],
  ["encoding: in a name", "members?%ff=1", "http.encoding", ""],
  ["language: unknown", "members?lang=fr", "query.language", "lang"],
  ["language: with a region", "members?lang=ru-RU", "query.language", "lang"],
  ["language: capitals", "members?lang=RU", "query.language", "lang"],
  ["known: a word", "members?known=head", "query.known", "known"],
  ["known: a day", "members?known=2026-11-23", "query.known", "known"],
  ["known: no zone", "members?known=2026-11-23T00:00:00", "query.known", "known"],
  ["known: an offset", "members?known=2026-11-23T00:00:00%2b03:00", "query.known", "known"],
  ["known: no such hour", "members?known=2026-11-23T25:00:00Z", "query.known", "known"],
  ["known: leading nought", "members?known=%2301", "query.known", "known"],
  ["known: negative", "members?known=%23-1", "query.known", "known"],
  ["known: beyond the ledger", "members?known=%23999999", "query.known-beyond", "known"],
  ["published: no day", "members?published-by=2021", "query.day", "published-by"],
  ["source: capitals", "members?according-to=Backgrounder", "query.source", "according-to"],
  ["source: an empty one", "members?according-to=backgrounder,", "query.source", "according-to"],
  ["source: twice", "members?according-to=preferred,preferred", "query.repeated", "according-to"],
  ["source: none such", "members?according-to=gazette", "query.no-such-source", "according-to"],
  [
    "lens: against itself",
    "members?according-to=backgrounder&published-by=1999-01-01",
    "query.lens-contradicts",
    "according-to",
  ],
  ["span: turned round", "diff?from=2001-01-02&to=2001-01-01", "query.from-after-to", "from"],
  ["span: first is none", "diff?from=x&to=2001-01-01", "query.day", "from"],
  ["span: last is none", "diff?from=2001-01-01&to=x", "query.day", "to"],
  ["kind: none such", "timeline?kind=coup", "query.kind", "kind"],
  ["actor: small letters", "timeline?actor=uzb", "query.actor", "actor"],
  ["actor: four letters", "timeline?actor=UZBE", "query.actor", "actor"],
  [
    "timeline: turned round",
    "timeline?from=2001-01-02&to=2001-01-01",
    "query.from-after-to",
    "from",
  ],
  ["timeline: a day as such", "timeline?on=2001-01-01", "query.unknown-parameter", "on"],
  ["subject: missing", "why", "query.missing", "subject"],
  ["subject: no type", "why?subject=UZB", "query.subject", "subject"],
  ["subject: no id", "why?subject=membership/", "query.subject", "subject"],
  ["subject: unknown type", "why?subject=weather/UZB", "query.subject", "subject"],
  ["subject: a path", "why?subject=../../etc/passwd", "query.subject", "subject"],
  ["subject: none such", "why?subject=membership/XNA", "query.no-such-subject", "subject"],
  ["subject: no such act", "why?subject=act/none", "query.no-such-act", "subject"],
  ["subject: no such source", "why?subject=source/none", "query.no-such-source", "subject"],
  ["subject: no such fact", "why?subject=fact/f999", "query.no-such-fact", "subject"],
];

/** Words that stand in the path of a page, so these differ. */
const forApi: readonly Row[] = [
  ["empty: a day", "members?on=", "query.day", "on"],
  ["empty: no sign", "members?on", "query.day", "on"],
  ["empty: a pair", "members?on=1999-04-21&", "query.unknown-parameter", ""],
  ["state: missing", "status", "query.missing", "state"],
  ["state: small letters", "status?state=uzb", "query.state", "state"],
  ["state: two letters", "status?state=UZ", "query.state", "state"],
  ["state: look-alikes", "status?state=%D0%90RM", "query.state", "state"],
  ["state: none such", "status?state=XNA", "query.no-such-state", "state"],
  ["span: no days", "diff", "query.missing", "from"],
  ["span: no last", "diff?from=2001-01-01", "query.missing", "to"],
  ["provision: missing", "provision", "query.missing", "id"],
  ["provision: none such", "provision?id=t-99", "query.no-such-provision", "id"],
  ["provision: constructor", "provision?id=constructor", "query.no-such-provision", "id"],
  ["question: none such", "weather", "query.no-such-command", "command"],
  ["question: constructor", "constructor", "query.no-such-command", "command"],
  ["path: too deep", "members/UZB", "http.no-such-path", "path"],
  ["path: an end too many", "members/", "http.no-such-path", "path"],
];

const forPages: readonly Row[] = [
  ["state: small letters", "status/uzb", "query.state", "state"],
  ["state: none such", "status/XNA", "query.no-such-state", "state"],
  ["state: twice", "status/UZB?state=ARM", "query.unknown-parameter", "state"],
  ["state: missing", "status", "http.no-such-path", "path"],
  ["provision: none such", "provision/t-99", "query.no-such-provision", "id"],
  ["part: nought", "timeline?page=0", "http.part", "page"],
  ["part: a word", "timeline?page=last", "http.part", "page"],
  ["part: twice", "timeline?page=1&page=2", "query.repeated", "page"],
  ["part: beyond", "timeline?page=99", "http.no-such-part", "page"],
  ["part: elsewhere", "members?page=1", "query.unknown-parameter", "page"],
  ["page: none such", "weather", "http.no-such-path", "path"],
  ["path: too deep", "members/UZB", "http.no-such-path", "path"],
];

const app = appOf();
const leak = /node_modules|\.ts\b|\bat \w+ \(|[A-Z]\w*Error\b|\/src\//;
const sound = async () => (await app.request("/api/v1/csto/members?on=1999-04-21")).text();

const inRussian = (question: string): string =>
  question.includes("?") ? question.replace("?", "?lang=ru&") : `${question}?lang=ru`;

describe("the API refuses with a located problem", () => {
  test.each([...both, ...forApi])("%s: %s", async (_, question, code, field) => {
    const before = await sound();
    for (const lang of question.includes("lang=") ? ["en"] : ["en", "ru"]) {
      const address = lang === "en" ? question : inRussian(question);
      const response = await app.request(`/api/v1/csto/${address}`);
      const problem = problemSchema.parse(await response.json());
      expect(problem).toMatchObject({ code, field, status: statuses[code] });
      expect(response.status).toBe(statuses[code]);
      expect(response.headers.get("Content-Type")).toBe("application/problem+json");
      expect(response.headers.get("Content-Language")).toBe(lang);
      expect(problem.detail).toMatch(lang === "ru" ? /[а-я]{3}/ : /[a-z]{3}/);
      expect(problem.title).not.toBe("");
      expect(JSON.stringify({ ...problem, instance: "" })).not.toMatch(leak);
    }
    expect(await sound()).toBe(before);
  });
});

describe("a page refuses as a page, with the same code and field", () => {
  test.each([...both, ...forPages])("%s: %s", async (_, question, code, field) => {
    const response = await app.request(`/csto/${question}`);
    expect(response.status).toBe(statuses[code]);
    expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    const { data, request } = await readBack(response);
    expect(data).toMatchObject({ page: "error", code, status: statuses[code] });
    expect(data["field"]).toBe(field === "" ? undefined : field);
    expect(data["message"]).toMatch(/[a-z]{3}/);
    expect(JSON.stringify({ ...data, found: "" })).not.toMatch(leak);
    expect(request).toMatchObject({ language: "en" });
  });
});

describe("what is no question at all", () => {
  test.each([
    ["POST", "/api/v1/csto/members", "application/problem+json"],
    ["PUT", "/api/v1/openapi.json", "application/problem+json"],
    ["DELETE", "/health", "application/problem+json"],
    ["OPTIONS", "/assets/boot-0a1b2c3d.js", "application/problem+json"],
    ["PATCH", "/csto/status/UZB", "text/html; charset=utf-8"],
    ["POST", "/", "text/html; charset=utf-8"],
  ])("method: %s %s names what is allowed", async (method, path, type) => {
    const response = await app.request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe("GET, HEAD");
    expect(response.headers.get("Content-Type")).toBe(type);
  });

  test.each(["/api/v1/csto/members", "/csto/members"])("length: %s", async (path) => {
    const at = async (length: number) =>
      (await app.request(`${path}?on=${"1".repeat(length - path.length - 4)}`)).status;
    expect([await at(8_192), await at(8_193)]).toEqual([400, 414]);
  });

  test.each([
    "/api",
    "/api/",
    "/api/v1",
    "/api/v2/csto/members",
    "/api/v1/csto",
    "/health/",
    "/csco/",
    "/csto/members/x/y",
    "/favicon.ico",
    "/.env",
    "/csto/..%2fnato",
    "/constructor",
  ])("path: %s", async (path) => {
    expect((await app.request(path)).status).toBe(404);
  });

  test.each(["/api/v1/csco/members", "/csco/members", "/csco", "/api/v1/CSTO/members"])(
    "organization: %s",
    async (path) => {
      const response = await app.request(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toMatch(/org\.unknown[\s\S]*csto, nato/);
    },
  );

  test.each([
    ["/health?x=1", "query.unknown-parameter"],
    ["/api/v1/openapi.json?lang=ru", "query.unknown-parameter"],
    ["/api/v1/problems?lang=fr", "query.language"],
    ["/api/v1/problems?lang=en&lang=en", "query.repeated"],
    ["/?x=1", "query.unknown-parameter"],
    ["/?lang=fr", "query.language"],
    ["/health?%ff", "http.encoding"],
  ])("parameters: %s", async (path, code) => {
    const response = await app.request(path);
    expect([response.status, (await response.text()).includes(code)]).toEqual([400, true]);
  });
});
