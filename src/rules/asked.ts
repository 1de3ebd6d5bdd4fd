/**
 * A file that a question brings along: its text against the schema, the first error as a refusal.
 */

import { ok, type Result, refuse } from "#base";
import { type Plain, readDocument } from "#charter";
import { bad, type Refused } from "./params.ts";

type Schema<T> = Parameters<typeof readDocument<T>>[2];

/** @param field - The parameter that bore the text; the refusal says where within it. */
export const readAsked = <T>(
  field: string,
  text: string,
  schema: Schema<T>,
): Result<Plain<T>, Refused> => {
  const read = readDocument(field, text, schema);
  if (read.ok) return ok(read.value.value as Plain<T>);
  const [first] = read.refusal;
  if (first === undefined) throw new Error("a refused document has an error");
  return refuse(bad(`${field}${first.at}`, first.code, first.found, first.accepted));
};
