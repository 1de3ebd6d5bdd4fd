/**
 * The life of every member of both organizations, by hand from the dossier (C001 to C022, C200 to
 * C217, N100 to N110), for the test that asks the command line about each day of change.
 *
 * Out:  per state the days from which a status holds: [first day, status, doubt, possible].
 */

export type Step = readonly [
  from: string,
  status: string,
  certainty?: "disputed" | "uncertain",
  possible?: readonly string[],
];

export type Life = { readonly [state: string]: readonly Step[] };

/** Signed or acceded before the Treaty was in force, took part in the prolongation, founded. */
const founder = (consent: string): readonly Step[] => [
  [consent, "signatory"],
  ["1994-04-20", "party"],
  ["1999-04-21", "party", "disputed", ["lapsed", "party"]],
  ["2000-03-22", "party"],
  ["2003-09-18", "member"],
];

/** Stayed out of the prolongation: lapsed on the day after the last day of the first term. */
const lapsed = (consent: string): readonly Step[] => [
  [consent, "signatory"],
  ["1994-04-20", "party"],
  ["1999-04-21", "lapsed"],
];

export const csto: Life = {
  ARM: founder("1992-05-15"),
  AZE: lapsed("1993-09-24"),
  BLR: founder("1993-12-31"),
  GEO: lapsed("1993-12-09"),
  KAZ: founder("1992-05-15"),
  KGZ: founder("1992-05-15"),
  RUS: founder("1992-05-15"),
  TJK: founder("1992-05-15"),
  UZB: [
    ...lapsed("1992-05-15"),
    ["2006-06-23", "lapsed", "disputed", ["lapsed", "member"]],
    ["2006-08-16", "member", "disputed", ["lapsed", "member"]],
    ["2008-03-28", "member"],
    ["2012-12-19", "suspended"],
  ],
};

/** Days on which something was said or declared that changes no status. */
export const nothingChanges: readonly string[] = ["2012-06-28", "2024-02-22", "2024-06-12"];

/** The year is sourced, the day is not: a window of a year. */
const inYear = (year: number): readonly Step[] => [
  [`${year}-01-01`, "uncertain", "uncertain", ["member", "none"]],
  [`${year}-12-31`, "member"],
];

const founding: readonly Step[] = [
  ["1949-04-04", "uncertain", "uncertain", ["member", "signatory"]],
  ["1949-12-31", "member"],
];

const each = (states: string, steps: readonly Step[]): Life =>
  Object.fromEntries(states.split(" ").map((state) => [state, steps]));

export const nato: Life = {
  ...each("BEL CAN DNK FRA ISL ITA LUX NLD NOR PRT GBR USA", founding),
  ...each("GRC TUR", inYear(1952)),
  ...each("DEU", inYear(1955)),
  ...each("ESP", inYear(1982)),
  ...each("CZE HUN POL", inYear(1999)),
  ...each("BGR EST LVA LTU ROU SVK SVN", inYear(2004)),
  ...each("ALB HRV", inYear(2009)),
  ...each("MNE", inYear(2017)),
  ...each("MKD", inYear(2020)),
  FIN: [["2023-04-04", "member"]],
  ...each("SWE", inYear(2024)),
};
