/**
 * Questions that bring a file along: by POST its text is the body of the request (S-23).
 *
 * In:   a request for `decide` or `duties`.
 * Out:  the parameter that the body stands for and its text; or a refusal. A body of another question,
 *       one of another type, and one that is too long are refused before anything is asked.
 */

import type { Context } from "hono";
import { ok, type Result, refuse } from "#base";
import { mostFileBytes } from "#charter";
import { type QuestionSpec, questions } from "#rules";
import { shown } from "./address.ts";
import { type Fault, faultOf } from "./problem.ts";
import { jsonType } from "./reply.ts";

/** The parameter of a question that may come as a body. */
export const bodyOf = ({ options }: QuestionSpec): string | undefined =>
  options.find(({ form }) => form === "positions" || form === "situation")?.name;

/** The questions that may be posted. */
export const posted: readonly QuestionSpec[] = questions.filter(
  (spec) => bodyOf(spec) !== undefined,
);

const typeOf = (c: Context): string =>
  (c.req.header("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/** The body as text; bytes that are no UTF-8 are refused. */
export const readBody = async (c: Context): Promise<Result<string, Fault>> => {
  const type = typeOf(c);
  if (type !== jsonType) {
    return refuse(faultOf("http.content-type", "Content-Type", shown(type), jsonType));
  }
  const tooLong = (found: string): Fault =>
    faultOf("http.body-too-long", "body", found, `0 … ${mostFileBytes}`);
  const said = Number(c.req.header("Content-Length") ?? "0");
  if (said > mostFileBytes) return refuse(tooLong(String(said)));
  const bytes: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.length;
    if (length > mostFileBytes) return refuse(tooLong(`> ${mostFileBytes}`));
    bytes.push(chunk);
  }
  try {
    return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(joined(bytes)));
  } catch {
    return refuse(faultOf("http.encoding", "body", "", "UTF-8"));
  }
};

const joined = (chunks: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
};
