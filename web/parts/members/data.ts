/**
 * What the members page knows in server and browser alike: a slice of the record and the names in
 * it, in one language (S-22). It stands in the page as JSON, so it is short.
 */
import type { Day } from "#base";
import type { Slice } from "#record";
import type { Query } from "../href.ts";

export type Named = readonly [id: string, name: string];

/** The provision of collective defence: where it stands, and its gist by version. */
export type HelpData = {
  readonly id: string;
  readonly instrument: string;
  readonly cite: string;
  readonly gists: { readonly [version: string]: string };
  /** That the gist is ours, and how much of the text was seen. */
  readonly notes: { readonly [version: string]: string };
};

export type Labels = {
  readonly values: { readonly [value: string]: string };
  readonly disputed: string;
  readonly columns: {
    readonly state: string;
    readonly status: string;
    readonly since: string;
    readonly until: string;
    readonly instruments: string;
  };
};

export type MembersView = {
  readonly org: string;
  readonly short: string; // the organization's short name
  readonly lens: Query;
  readonly on: Day;
  readonly today: Day;
  readonly absent: "none" | "unknown";
  readonly slice: Slice;
  readonly states: readonly Named[]; // in the order of their names
  readonly instruments: readonly Named[]; // of membership
  readonly subjects: { readonly [fluent: string]: string };
  readonly happened: { readonly [day: string]: readonly Named[] };
  readonly labels: Labels;
  readonly help?: HelpData | undefined;
};
