/** From what the api hands over to what the members page needs, in one language. */
import type { MembersData } from "#api/contract";
import { dayOf } from "#base";
import { citeOf, seenText } from "#wording";
import type { HelpData, MembersView, Named } from "../../parts/members/data.ts";
import type { OrgPage } from "../page.ts";

/** Names in the order of the language's alphabet. */
const byName = ({ language, ground }: OrgPage, slice: MembersData["slice"]): readonly Named[] => {
  const order = new Intl.Collator(language);
  const inSlice = Object.keys(slice.fluents).flatMap((name) =>
    name.startsWith("membership/") ? [name.slice("membership/".length)] : [],
  );
  return [...new Set([...ground.pack.states.keys(), ...inSlice])]
    .map((id): Named => [id, ground.pack.states.get(id)?.names[language] ?? id])
    .sort(([, a], [, b]) => order.compare(a, b));
};

const subjectsOf = (page: OrgPage, slice: MembersData["slice"]): { [fluent: string]: string } =>
  Object.fromEntries(
    Object.keys(slice.fluents)
      .filter((fluent) => /^(in-force|provision)\//.test(fluent))
      .map((fluent) => [fluent, page.subject(fluent)]),
  );

/** Acts on days of change, by day: under the day of their effect, else of their doing. */
const happenedOn = ({ timeline, slice }: MembersData): MembersView["happened"] => {
  const marks = new Set(slice.marks);
  const found: { [day: string]: Named[] } = {};
  for (const { id, title, occurredOn, effectiveOn } of timeline.acts) {
    for (const day of new Set([dayOf(occurredOn), dayOf(effectiveOn)])) {
      if (day === undefined || !marks.has(day)) continue;
      found[day] = [...(found[day] ?? []), [id, title]];
    }
  }
  return found;
};

const helpOf = (page: OrgPage, id: string | undefined): HelpData | undefined => {
  const { pack } = page.ground;
  const provision = id === undefined ? undefined : pack.provisions.get(id);
  if (provision === undefined) return undefined;
  return {
    id: provision.id,
    instrument: provision.instrument,
    cite: citeOf(provision.id, pack, page.language),
    gists: Object.fromEntries(provision.versions.map(({ n, gist }) => [n, gist[page.language]])),
    notes: Object.fromEntries(
      provision.versions.map(({ n, seen }) => [n, page.t.summary(seenText(seen, page.language))]),
    ),
  };
};

/** Through a lens that shows no state at all, nothing is known of any. */
const absentIn = ({ lens }: OrgPage, { absent, slice }: MembersData): MembersView["absent"] => {
  const { lang: _, ...worn } = lens;
  const isBlind = Object.entries(slice.fluents).every(
    ([name, rows]) => !name.startsWith("membership/") || rows.length === 0,
  );
  return isBlind && Object.keys(worn).length > 0 ? "unknown" : absent;
};

/** The words of the values that can come up while the day moves. */
const valueWords = (page: OrgPage, { slice }: MembersData): { [value: string]: string } => {
  const values = new Set([...slice.values, "none", "unknown", "uncertain", "not-in-force"]);
  const words = [...values].filter((value) => !/^\d+$/.test(value));
  return Object.fromEntries(words.map((value) => [value, page.status(value)]));
};

export const viewOf = (page: OrgPage, data: MembersData): MembersView => {
  const { language, ground, words, lens } = page;
  const { status, since, until, instruments } = words.columns;
  return {
    org: ground.org,
    short: page.org,
    lens,
    on: dayOf(data.answer.on) ?? 0,
    today: dayOf(data.today) ?? 0,
    absent: absentIn(page, data),
    slice: data.slice,
    states: byName(page, data.slice),
    instruments: ground.pack.membership.instruments.map(
      (id): Named => [id, ground.pack.vocab[language].get(id) ?? page.name(`instrument/${id}`)],
    ),
    subjects: subjectsOf(page, data.slice),
    happened: happenedOn(data),
    labels: {
      values: valueWords(page, data),
      disputed: words.certainties.disputed,
      columns: { state: page.t.state, status, since, until, instruments },
    },
    help: helpOf(page, data.help),
  };
};
