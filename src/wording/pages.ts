/**
 * What the pages say in every language, in one shape: a missing word is a type error.
 *
 * Out:  `PageWords` for the server; `MovingWords` for what moves in the browser, kept apart so that
 *       a page loads no more words than its islands speak.
 */

import type { Language } from "#base";
import type { ListName } from "#rules";
import type { Dates } from "./dates.ts";
import { movingEn, pageEn } from "./pages.en.ts";
import { movingRu, pageRu } from "./pages.ru.ts";

/** How a state stands that has, or may have, one of the five statuses of `members`. */
export type Standing = "bound" | "suspended" | "signatory" | "uncertain";

/** The words of the members page that follow the day. */
export type MovingWords = {
  readonly dates: Dates;
  readonly title: (date: string) => string;
  readonly mapTitle: (date: string) => string;
  readonly documentTitle: (title: string, org: string) => string;
  /** Whom the provision of collective defence bound; the provision is named after it. */
  readonly bound: (names: readonly string[]) => string;
  readonly boundNobody: (cite: string) => string;
  /** In force, but of no state is it known that it was bound. */
  readonly boundNone: (cite: string, version: string) => string;
  readonly boundOpen: (cite: string) => string;
  readonly boundDisputed: string;
  readonly boundUncertain: (names: readonly string[]) => string;
  readonly boundSuspended: (names: readonly string[]) => string;
  readonly boundVersion: (n: string) => string;
  readonly ahead: string;
  readonly day: string;
  readonly show: string;
  readonly today: string;
  readonly slider: string;
  readonly sliderKeys: string;
  readonly previousChange: (date: string) => string;
  readonly nextChange: (date: string) => string;
  /** Where only certainty changes: the edge of a window, or a dispute that begins or ends. */
  readonly previousDoubt: (date: string) => string;
  readonly nextDoubt: (date: string) => string;
  readonly noPreviousChange: string;
  readonly noNextChange: string;
  readonly changed: string;
  readonly changedNothing: string;
  readonly happened: string;
  readonly counts: string;
  readonly members: string;
  readonly groups: { readonly [G in Standing]: string };
  readonly nobody: string;
  readonly nobodyKnown: string;
  readonly others: string;
  readonly without: string;
  readonly perhaps: (values: readonly string[]) => string;
  readonly othersSay: (values: readonly string[]) => string;
  readonly notListed: string;
  readonly open: string;
  readonly openDisputed: (names: readonly string[]) => string;
  readonly openUncertain: (names: readonly string[]) => string;
  readonly openUnknown: (names: readonly string[]) => string;
  readonly openNothing: string;
  readonly version: (n: string) => string;
};

/** A page of the house, by its place in the head of every page. */
export type Place = "members" | "timeline" | "diff" | ListName | "coverage" | "decide";

/** The lens form: labels, hints, buttons. */
export type LensWords = {
  readonly heading: string;
  readonly explain: string;
  readonly known: string;
  readonly knownHint: string;
  readonly publishedBy: string;
  readonly publishedByHint: string;
  readonly accordingTo: string;
  readonly accordingToHint: string;
  readonly apply: string;
  readonly clear: string;
};

/** What a page of one's own says when the question could not be answered, by HTTP status. */
export type FaultWords = { readonly title: string; readonly advice: string };

export type PageWords = {
  readonly dates: Dates;
  readonly skip: string;
  readonly organizations: string;
  readonly pages: string;
  readonly language: string;
  readonly places: { readonly [P in Place]: string };
  readonly lens: LensWords;
  readonly legend: string;
  readonly state: string;
  readonly mapNote: string;
  readonly notDrawn: string;
  readonly cite: string;
  readonly citation: (org: string, title: string, size: string, root: string) => string;
  readonly head: (size: string) => string;
  readonly root: string;
  /** When the last entry was recorded, and the way to verify all of them. */
  readonly recorded: (day: string) => string;
  readonly verify: string;
  readonly safety: string;
  readonly openUndated: (sources: readonly string[]) => string;
  readonly statusTitle: (name: string, date: string) => string;
  readonly whole: (name: string) => string;
  readonly lastDay: string;
  readonly because: string;
  readonly against: string;
  readonly againstExplain: string;
  readonly alsoSaid: string;
  readonly alsoSaidExplain: string;
  readonly mended: string;
  readonly readings: string;
  readonly grounds: string;
  readonly clauses: string;
  readonly held: (since: string, until: string | undefined) => string;
  readonly nothingBecause: string;
  readonly underClause: (clause: string) => string;
  readonly whyTitle: (subject: string) => string;
  readonly valueOn: (date: string) => string;
  /** After the title of a page, in its citation. */
  readonly onDay: (title: string, date: string) => string;
  readonly noDay: string;
  readonly summary: (seen: string) => string;
  readonly close: string;
  readonly loading: string;
  readonly failed: string;
  readonly back: string;
  readonly provisionTitle: (cite: string) => string;
  readonly inForceOn: (date: string) => string;
  readonly notInForceOn: (date: string) => string;
  readonly forceOpenOn: (date: string) => string;
  readonly versions: string;
  readonly noVersions: string;
  readonly diffTitle: (from: string, to: string) => string;
  readonly diffFrom: string;
  readonly diffTo: string;
  readonly compare: string;
  readonly timelineTitle: string;
  readonly filter: string;
  readonly kind: string;
  readonly anyKind: string;
  readonly actor: string;
  readonly anyActor: string;
  readonly from: string;
  readonly to: string;
  readonly rows: (first: number, last: number, all: number) => string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly listNotes: string;
  readonly body: string;
  readonly form: string;
  readonly positions: string;
  readonly decide: string;
  readonly receipts: string;
  readonly everyNode: string;
  readonly verdict: string;
  readonly any: string;
  readonly earlierPage: string;
  readonly laterPage: string;
  readonly parts: string;
  readonly faults: { readonly [status: string]: FaultWords };
  readonly fault: FaultWords;
  readonly found: string;
  readonly accepted: string;
  readonly where: string;
  readonly code: string;
};

export const pageWordsOf = (language: Language): PageWords => (language === "ru" ? pageRu : pageEn);

export const movingWordsOf = (language: Language): MovingWords =>
  language === "ru" ? movingRu : movingEn;
