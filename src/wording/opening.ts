/**
 * Why an organization did not open, as one refusal with a field, and its sentence.
 *
 * In:   what `openOrganization` and `addActs` refuse with; the organizations there are.
 * Out:  `{code, field, found, accepted, message}`: the shape of every error that people are shown.
 */

import type { Language } from "#base";
import type { AddRefusal } from "#workflows";
import { locatedText, plainLine, refusalText } from "./refusals.ts";

/** An error as people and programs see it. */
export type Shown = {
  readonly code: string;
  readonly field: string;
  readonly found: string;
  readonly accepted: string;
  readonly message: string;
};

const shownOf = (
  refused: Omit<Shown, "message">,
  told: { readonly [field: string]: unknown },
  language: Language,
): Shown => ({ ...refused, message: refusalText({ ...told, ...refused }, language) });

export const openShown = (
  refusal: AddRefusal,
  organizations: readonly string[],
  language: Language,
): Shown => {
  switch (refusal.code) {
    case "org.unknown": {
      const accepted = organizations.join(", ");
      const refused = { code: refusal.code, field: "org", found: refusal.org, accepted };
      return shownOf(refused, {}, language);
    }
    case "refused": {
      const { code, ...told } = refusal.refusal;
      const found = String(told["found"] ?? told["path"] ?? told["id"] ?? "");
      const message = refusalText({ ...told, code }, language);
      return { code, field: "", found, accepted: "", message };
    }
    case "ledger.damaged": {
      const refused = { code: refusal.code, field: "", found: refusal.found, accepted: "" };
      return shownOf(refused, { seq: refusal.seq }, language);
    }
    default: {
      const { code, errors } = refusal;
      const [first] = errors;
      const place = first === undefined ? "" : `${first.file}:${first.line}:${first.column}`;
      const sentence = first === undefined ? "" : `${place}: ${locatedText(first, language)}`;
      const told = { code, first: sentence, more: Math.max(0, errors.length - 1) };
      const { found = "", accepted = "" } = first ?? {};
      const message = plainLine(refusalText(told, language));
      return { code, field: place, found, accepted, message };
    }
  }
};
