/** What the pages say in English. */

import { datesOf } from "./dates.ts";
import type { MovingWords, PageWords } from "./pages.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const monthName = (month: number): string => months[month - 1] ?? "";

const dates = datesOf({
  long: (day, month, year) => `${day} ${monthName(month)} ${year}`,
  short: (day, month, year) => `${day}\u00a0${monthName(month).slice(0, 3)}\u00a0${year}`,
  month: (month, year) => `${monthName(month)} ${year}`,
  yearless: (day, month) => `${day}\u00a0${monthName(month).slice(0, 3)}`,
  between: (a, b) => `between ${a} and ${b}`,
  orLater: (a) => `${a} or later`,
  orEarlier: (b) => `${b} or earlier`,
  through: (a, b) => `${a} to ${b}`,
  from: (a) => `from ${a}`,
  about: (text) => `about ${text}`,
});

const joined = (names: readonly string[], word: string): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;

/** All names, unless they are too many for a sentence; the table has them all. */
const parties = (names: readonly string[]): string =>
  names.length > 9 ? `the ${names.length} parties in the table` : joined(names, "and");

export const movingEn: MovingWords = {
  dates,
  title: (date) => `Members on ${date}`,
  mapTitle: (date) => `Map, ${date}`,
  documentTitle: (title, org) => `${title} – ${org} – Foedus`,
  bound: (names) => `Who owed help, each to all: ${parties(names)}, under`,
  boundNobody: (cite) => `Nobody owed help: ${cite} was not in force.`,
  boundOpen: (cite) => `Whether ${cite} was in force that day is not certain.`,
  boundDisputed: "For some of them this is disputed.",
  boundUncertain: (names) => `Whether it bound ${joined(names, "and")} is not certain.`,
  boundSuspended: (names) =>
    `Whether it covered ${joined(names, "and")}, suspended that day, the texts seen do not say.`,
  boundVersion: (n) => `version ${n}`,
  day: "Day",
  show: "Show",
  today: "Today",
  slider: "Day, as a slider",
  sliderKeys:
    "Arrow keys move by a day, Page Up and Page Down by a month, with Shift an arrow by a year; " +
    "N and P go to the next and the previous change.",
  previousChange: (date) => `Previous change: ${date}`,
  nextChange: (date) => `Next change: ${date}`,
  noPreviousChange: "No earlier change",
  noNextChange: "No later change",
  changed: "What changed that day",
  changedNothing: "Nothing changed that day.",
  happened: "Acts of that day",
  counts: "Counted",
  members: "Bound that day",
  nobody: "No state was bound that day.",
  others: "No longer bound, or not known",
  without: "Not yet bound",
  perhaps: (values) => `possible: ${joined(values, "or")}`,
  othersSay: (values) => `others say: ${joined(values, "or")}`,
  notListed: "not counted",
  open: "What is not known",
  openDisputed: (names) => `Disputed that day: ${names.join(", ")}.`,
  openUncertain: (names) => `Uncertain that day, for want of a precise date: ${names.join(", ")}.`,
  openUnknown: (names) => `The sources looked at say nothing of: ${names.join(", ")}.`,
  openNothing: "No status on this page is disputed or uncertain that day.",
  version: (n) => `version ${n}`,
};

export const pageEn: PageWords = {
  dates,
  skip: "Skip to the content",
  organizations: "Organizations",
  pages: "Pages",
  language: "Language",
  places: {
    members: "Members",
    timeline: "Timeline",
    diff: "Changes",
    bodies: "Bodies",
    forces: "Forces",
    exercises: "Exercises",
    relations: "Relations",
    plans: "Plans",
    budget: "Budget",
    decisions: "Decisions",
    situations: "Situations",
    search: "Search",
    coverage: "Coverage",
  },
  lens: {
    heading: "Read the record through a lens",
    explain: "Leave a field empty to use the whole record.",
    known: "As known at",
    knownHint: "an instant, 2026-12-10T00:00:00Z, or a number of entries, #120",
    publishedBy: "Published by",
    publishedByHint: "only sources that bear a day up to this one",
    accordingTo: "According to",
    accordingToHint: "sources in order, parted by commas: backgrounder,preferred",
    apply: "Apply",
    clear: "Whole record",
  },
  legend: "What the words mean",
  state: "State",
  mapNote:
    "Borders: Natural Earth, as held in fact; they are no judgement on title. The map repeats the " +
    "table.",
  cite: "Cite this page",
  citation: (org, title, size, root) =>
    `${org}: ${title}. Foedus, as known at entry ${size} of the ledger, root ${root}.`,
  head: (size) => `Ledger: ${size} entries`,
  root: "root",
  recorded: (day) => `last entry of ${day}`,
  verify: "How to verify it",
  safety:
    "Foedus gives reasoned checks on stated facts. They are no findings of aggression and no legal " +
    "advice.",
  openUndated: (sources) =>
    `Left out of this lens, as they bear no day of publication: ${sources.join("; ")}.`,
  statusTitle: (name, date) => `${name} on ${date}`,
  whole: (name) => `The whole life: ${name}`,
  lastDay: "Last day",
  because: "Because",
  against: "What else is said",
  againstExplain: "Other claims about the same acts, and how they differ.",
  alsoSaid: "Said without effect",
  alsoSaidExplain: "Acts that speak of it and change nothing by themselves.",
  mended: "Corrections",
  readings: "Readings side by side",
  grounds: "Why this claim is preferred",
  clauses: "Clauses it rests on",
  held: (since, until) =>
    until === undefined ? `So since ${since}.` : `So since ${since}; no longer from ${until}.`,
  nothingBecause: "No act of the record makes it so; nothing is recorded.",
  underClause: (clause) => `under ${clause}`,
  whyTitle: (subject) => `Why: ${subject}`,
  valueOn: (date) => `On ${date}`,
  close: "Close",
  loading: "Loading…",
  failed: "The explanation could not be loaded. Open it as a page:",
  back: "Members that day",
  provisionTitle: (cite) => cite,
  inForceOn: (date) => `In force on ${date}`,
  notInForceOn: (date) => `Not in force on ${date}`,
  forceOpenOn: (date) => `Whether it was in force on ${date} is not known`,
  versions: "Versions",
  noVersions: "No version is placed by the acts recorded.",
  textSeen: "Text",
  diffTitle: (from, to) => `What changed from ${from} to ${to}`,
  diffFrom: "From",
  diffTo: "To",
  compare: "Compare",
  timelineTitle: "Timeline of acts",
  filter: "Filter",
  kind: "Kind of act",
  anyKind: "every kind",
  actor: "Who",
  anyActor: "everybody",
  from: "From",
  to: "To",
  rows: (first, last, all) => `Acts ${first} to ${last} of ${all}`,
  previousPage: "Previous page",
  nextPage: "Next page",
  listNotes: "Notes, and what is not known",
  any: "all",
  earlierPage: "Earlier acts",
  laterPage: "Later acts",
  parts: "Parts of the list",
  faults: {
    "400": {
      title: "The question is not well formed",
      advice: "Change the part of the address named below.",
    },
    "404": { title: "There is no such thing", advice: "What there is stands below." },
    "422": {
      title: "The law of the organization refuses it",
      advice: "The code names the rule that refuses.",
    },
    "500": {
      title: "A fault of ours",
      advice: "The question may be right. Try again later; the fault has been noted.",
    },
  },
  fault: { title: "The page cannot be shown", advice: "Go back, or begin anew." },
  found: "Found",
  accepted: "Accepted",
  where: "Part of the address",
  code: "Code",
};
