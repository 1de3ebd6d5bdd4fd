/**
 * Refusals as problems (RFC 9457): one table from code to HTTP status, one shape, no stack.
 *
 * In:   a refusal, the address, the language.
 * Out:  `application/problem+json` with title, detail, code, field, found and accepted.
 */

import type { Language } from "#base";
import type { Refused } from "#rules";
import { pageWordsOf, plainLine, refusalText } from "#wording";

export type Status = 400 | 404 | 405 | 413 | 414 | 415 | 500;

/** Each code that the HTTP interface can answer with. A code, once released, keeps its status. */
export const statuses = {
  "decide.later-before": 400,
  "decide.no-such-form": 400,
  "decide.outside": 400,
  "duties.no-victim": 400,
  "http.encoding": 400,
  "http.part": 400,
  "http.request": 400,
  "query.actor": 400,
  "query.day": 400,
  "query.from-after-to": 400,
  "query.kind": 400,
  "query.known": 400,
  "query.known-beyond": 400,
  "query.language": 400,
  "query.lens-contradicts": 400,
  "query.missing": 400,
  "query.number": 400,
  "query.repeated": 400,
  "query.source": 400,
  "query.state": 400,
  "query.subject": 400,
  "query.trace": 400,
  "query.unknown-parameter": 400,
  "query.word": 400,
  "query.words": 400,
  "query.year": 400,
  "http.no-such-part": 404,
  "http.no-such-path": 404,
  "org.unknown": 404,
  "query.no-procedure": 404,
  "query.no-such-act": 404,
  "query.no-such-actor": 404,
  "query.no-such-body": 404,
  "query.no-such-command": 404,
  "query.no-such-fact": 404,
  "query.no-such-provision": 404,
  "query.no-such-relation": 404,
  "query.no-such-situation": 404,
  "query.no-such-source": 404,
  "query.no-such-state": 404,
  "query.no-such-subject": 404,
  "http.method": 405,
  "http.body-too-long": 413,
  "http.too-long": 414,
  "http.content-type": 415,
  "http.bug": 500,
} as const satisfies { readonly [code: string]: Status };

export type Code = keyof typeof statuses;

/** Why the server did not start; nobody is told by HTTP. */
export type StartCode =
  | "serve.host"
  | "serve.not-built"
  | "serve.port-not-permitted"
  | "serve.port-taken";

const isCode = (code: string): code is Code => Object.hasOwn(statuses, code);

/** What was refused, with or without a kind: the table knows the status better. */
export type Fault = Omit<Refused, "kind"> & { readonly kind?: Refused["kind"] };

export const faultOf = (
  code: Code | StartCode,
  field: string,
  found: string,
  accepted: string,
): Fault => ({
  code,
  field,
  found,
  accepted,
});

/** The methods that are answered, as `Allow` names them. */
export const allowed = "GET, HEAD";

/** A mistake of ours: nothing is said of it but that it happened. */
export const bug: Fault = faultOf("http.bug", "", "", "");

export const statusOf = ({ code, kind }: Fault): Status => {
  if (isCode(code)) return statuses[code];
  if (kind === undefined) throw new Error(`no HTTP status for ${code}`);
  return kind === "bad" ? 400 : 404;
};

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: Status;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly field: string;
  readonly found: string;
  readonly accepted: string;
};

/** Where the table of problems is served; each has a mark of its own there. */
export const problemsPath = "/api/v1/problems";

export const problemType = "application/problem+json";

export const titleOf = (status: Status, language: Language): string => {
  const { faults, fault } = pageWordsOf(language);
  return (faults[String(status)] ?? fault).title;
};

export const problemOf = (fault: Fault, instance: string, language: Language): Problem => {
  const { code, field, found, accepted } = fault;
  const status = statusOf(fault);
  return {
    type: `${problemsPath}#${code}`,
    title: titleOf(status, language),
    status,
    detail: refusalText({ code, field, found, accepted }, language),
    instance,
    code,
    field: plainLine(field),
    found: plainLine(found),
    accepted,
  };
};

/** The whole table, for people who follow the `type` of a problem. */
export const problemTable = (language: Language) => ({
  problems: Object.entries(statuses).map(([code, status]) => ({
    code,
    status,
    title: titleOf(status, language),
    detail: refusalText({ code }, language),
  })),
});
