/**
 * What a source's statement founds where the record has nothing else of it (S-6).
 *
 * In:   a reading of a `source.stated`, the address it is about.
 * Out:  the value it founds for the fluent of that name; undefined: it is evidence alone.
 * Law:  docs/explanation/time.md, "Statements".
 */

import type { Reading } from "./version.ts";

const existing = /^(?:body|force)\//;

/** No source sorts a body or a force that is not there, so a class tells that it is. */
const tellsOfBeing = ({ fields }: Reading, address: string): boolean =>
  fields["property"] === "class" && existing.test(address);

/** Whether a statement is on the fluent itself, whatever it says of it. */
export const isOnFluent = (reading: Reading, address: string): boolean =>
  reading.fields["property"] === undefined || tellsOfBeing(reading, address);

export const valueStated = (reading: Reading, address: string): string | undefined => {
  if (tellsOfBeing(reading, address)) return "established";
  const { property, value } = reading.fields;
  return property === undefined && value !== undefined ? String(value) : undefined;
};
