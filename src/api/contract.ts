/**
 * What the api and the pages agree on: the port `Render`, what a page is asked and what it is given.
 *
 * In:   the api puts the questions and hands over their answers.
 * Out:  types only. `dist/web/server/render.js` exports `render: Render`; an entry point loads it
 *       and hands it in, so that the api imports nothing of `web` (S-21).
 *
 * Addresses of pages (an address without `lang` is English):
 *   /{org}/members   ?on                    /{org}/why       ?subject &on
 *   /{org}/status/{state}   ?on             /{org}/diff      ?from &to
 *   /{org}/provision/{id}   ?on             /{org}/timeline  ?kind &actor &from &to &page
 *   /{org}/bodies, forces, exercises, relations, plans, budget, decisions, situations: ?on &page and
 *   the filters of each question      /{org}/coverage ?source      /{org}/search ?q &kind &on &page
 *   /{org}/check/{act} ?on &trace     /{org}/decide ?body &on &form and a position by each state's code
 *   /{org}/duties ?situation &on &party &trace
 * and with each the lens: known, published-by, according-to, lang. A form sends its empty fields
 * too: on a page, not in the API, an empty value is as if it were absent. The hashed files of
 * `dist/web/client/assets` are served under `/assets/`.
 */

import type { Language } from "#base";
import type { Pack } from "#charter";
import type { Slice } from "#record";
import type {
  DiffAnswer,
  Form,
  LikeRow,
  ListName,
  MembersAnswer,
  ProvisionAnswer,
  StatusAnswer,
  TimelineAnswer,
  WhyAnswer,
} from "#rules";
import type { Line, ListTable } from "#wording";

export type PageName =
  | "members"
  | "status"
  | "why"
  | "timeline"
  | "diff"
  | "provision"
  | "list"
  | "verdict"
  | "error";

/** The address as asked: the path, and the query without its empty values. */
export type PageAddress = {
  readonly path: string;
  readonly query: { readonly [name: string]: string };
};

/** An organization one can go to: its short name in both languages. */
export type OrganizationLink = { readonly id: string; readonly en: string; readonly ru: string };

export type PageRequest = {
  readonly language: Language;
  readonly address: PageAddress;
  /** As the reader wrote it, so that a citation says where the page was. */
  readonly host: string;
  readonly organizations: readonly OrganizationLink[];
};

/** A source, as far as a page names it. */
export type SourceShown = {
  readonly title: string;
  readonly standing: string;
  readonly published?: string; // EDTF; absent: the source bears no day
};

/** What every page about an organization is given. */
export type Ground = {
  readonly org: string;
  readonly pack: Pack;
  readonly today: string; // YYYY-MM-DD at the seat (S-35)
  /** The whole ledger, whatever `known` says; root in hexadecimal. */
  readonly head: {
    readonly size: number;
    readonly root: string;
    readonly at?: string; // When the last entry was recorded.
  };
  /** Titles, in the page's language, of at least the acts that the answer names, by their ids. */
  readonly titles: { readonly [act: string]: string };
  /** At least the sources that the answer names, by their ids. */
  readonly sources: { readonly [id: string]: SourceShown };
};

/**
 * The slice (from `cut`) holds fluents under their own names: `membership/S` for every state of
 * the pack and of the record, `status/I/S` for the instruments of membership, and every fluent
 * that begins with `in-force/` or `provision/`. Days of change are its marks.
 */
export type MembersData = Ground & {
  readonly page: "members";
  readonly answer: MembersAnswer;
  /** All acts under the lens, with titles: the page names those of a day of change. */
  readonly timeline: TimelineAnswer;
  readonly slice: Slice;
  /** What a state is of which nothing is recorded: `none`, or `unknown` under a strict lens. */
  readonly absent: "none" | "unknown";
  /** The provision of collective defence, where the organization has one: `t-4`. */
  readonly help?: string;
};

export type StatusData = Ground & { readonly page: "status"; readonly answer: StatusAnswer };
export type WhyData = Ground & { readonly page: "why"; readonly answer: WhyAnswer };
export type DiffData = Ground & { readonly page: "diff"; readonly answer: DiffAnswer };
export type ProvisionData = Ground & {
  readonly page: "provision";
  readonly answer: ProvisionAnswer; // with its gist
};

/** The whole answer; the page shows the hundred rows of part `number` (from 1; `page` in the query). */
export type TimelineData = Ground & {
  readonly page: "timeline";
  readonly answer: TimelineAnswer; // with titles
  readonly number: number;
};

export type ListChoice = { readonly code: string; readonly text: string };

/** A filter of a list: what stands in it, and what may be chosen where the choices are few. */
export type ListFilterField = {
  readonly name: string;
  readonly label: string;
  readonly form: Form;
  readonly value?: string;
  readonly choices?: readonly ListChoice[];
};

/** A list of things, one page of it, in words. */
export type ListData = Ground & {
  readonly page: "list";
  readonly question: ListName | "coverage";
  readonly on?: string; // absent where the question is asked of no day
  readonly table: ListTable;
  readonly filters: readonly ListFilterField[];
  readonly paging: { readonly number: number; readonly pages: number };
  /** Of a search: the words that nothing holds, each with those most like it. */
  readonly nearest?: readonly LikeRow[];
};

/** The calculator of decisions: what stands in its fields, and what may. */
export type CalculatorData = {
  readonly body: string;
  readonly bodies: readonly ListChoice[];
  readonly form: string;
  readonly forms: readonly ListChoice[];
  readonly members: readonly {
    readonly state: string;
    readonly name: string;
    readonly position: string;
  }[];
  readonly positions: readonly ListChoice[];
};

/** A verdict as a tree of lines; of a decision, with the calculator above it. */
export type VerdictData = Ground & {
  readonly page: "verdict";
  readonly question: "check" | "decide" | "duties";
  readonly on: string;
  readonly title: string;
  readonly subject: string; // What `why` may be asked about: act/…, body/…, situation/…
  readonly notes: readonly string[];
  readonly lines: readonly Line[];
  readonly calculator?: CalculatorData;
  readonly api: { readonly [name: string]: string }; // The same question to the interface.
};

/** A refusal in words: what was found and what is accepted. */
export type ErrorData = {
  readonly page: "error";
  readonly status: number;
  readonly code: string; // query.day, http.no-such-path, http.bug
  readonly message: string; // one sentence in the page's language
  readonly field?: string;
  readonly found?: string;
  readonly accepted?: string;
  readonly ground?: Ground; // absent where the organization is not known or did not load
};

export type PageData =
  | MembersData
  | StatusData
  | WhyData
  | DiffData
  | ProvisionData
  | TimelineData
  | ListData
  | VerdictData
  | ErrorData;

/** A whole document, from `<!doctype html>` on. It throws nothing for data of the right type. */
export type Render = (request: PageRequest, data: PageData) => string;
