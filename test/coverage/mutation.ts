/**
 * Each value that the record holds of a numbered fact, changed once, and whether a row of that fact
 * notices (S-25).
 *
 * In:   the entries of a fresh ledger; every claim that names facts or rows, every field of a
 *       source that carries a fact.
 * Out:  the cases, and of each whether some row that was green turns red.
 */
import type { Json } from "#base";
import type { Pack } from "#charter";
import { type Act, type AssertedAct, type Claim, checkAct, type Entry } from "#ledger";
import { unsigned } from "#ledger/testing";
import { kindOf, library } from "#record";
import type { World } from "#rules";
import { entriesOf, packOf, treeOf, worldOf } from "../world.ts";
import { type Asked, askedOf, wrongWith } from "./asking.ts";
import { type Mutant, mutantsOf, type Others } from "./mutants.ts";
import { dossierRows, factRows, type Row } from "./rows.ts";

type Field = { readonly [key: string]: Json };

type Org = {
  readonly name: string;
  readonly world: World;
  readonly pack: Pack;
  readonly asked: Asked;
  readonly entries: readonly Entry[];
  readonly others: Others;
};

/** Texts that stand anywhere in the record, those of one sort together. */
const sortOf = (text: string): string => {
  if (/^[A-Z]{3}$/.test(text)) return "state";
  return text.includes("/") ? `${text.split("/")[0]}/` : "word";
};

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
};

const othersIn = (entries: readonly Entry[]): Others => {
  const said = entries.flatMap(({ act }) =>
    act.mode === "asserted" ? textsIn([act.about, act.actors, act.claims.map((c) => c.says)]) : [],
  );
  const sorts = Map.groupBy(new Set(said.filter((one) => !/[\s,]/.test(one))), sortOf);
  return (text) => (sorts.get(sortOf(text)) ?? []).filter((one) => one !== text).slice(0, 400);
};

const orgOf = (name: string): Org => {
  const world = worldOf(name);
  const pack = packOf(name); // Loaded once, not for each mutant.
  const entries = entriesOf(pack, treeOf("records", name));
  return { name, world, pack, asked: askedOf(world), entries, others: othersIn(entries) };
};

/** One changed act, and the facts that the changed claim carries. */
export type Case = Mutant<Json> & {
  readonly org: Org;
  readonly place: number;
  readonly act: Act;
  readonly numbers: readonly string[];
};

const withClaim = (act: AssertedAct, claim: Claim, says: Field): AssertedAct => ({
  ...act,
  claims: act.claims.map((one) => (one === claim ? { ...claim, says } : one)),
});

const isFields = (value: Json): value is Field =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Changes of what a claim says, and of whom and what its act is about, such as a ledger takes. */
const ofClaim = (org: Org, place: number, act: AssertedAct, claim: Claim): readonly Case[] => {
  const numbers = [...(claim.facts ?? []), ...(claim.rows ?? [])];
  if (numbers.length === 0) return [];
  const kind = kindOf(act.kind);
  const at = (path: string): string => `${act.id}/${claim.id}${path}`;
  const fits = (says: Json): boolean => kind?.says.safeParse(says).success === true;
  const said = mutantsOf(claim.says, org.others, fits).flatMap((one): readonly Case[] =>
    isFields(one.to)
      ? [{ ...one, at: at(one.at), org, place, numbers, act: withClaim(act, claim, one.to) }]
      : [],
  );
  const around = { about: act.about ?? [], actors: claim.says["actors"] ? [] : (act.actors ?? []) };
  const framed = mutantsOf(around, org.others, (to) => JSON.stringify(to) !== "{}").flatMap(
    (one): readonly Case[] => {
      const changed = { ...act, ...(one.to as Partial<AssertedAct>) };
      const isWhole = around.actors.length > 0;
      const { actors: _, ...rest } = changed;
      const next = isWhole ? changed : { ...rest, ...(act.actors && { actors: act.actors }) };
      return [{ ...one, at: at(one.at), org, place, numbers, act: next }];
    },
  );
  return [...said, ...framed].filter((one) => checkAct(one.act as Json) === undefined);
};

/** Changes of the fields of a source that carry facts. Their texts are names, so any other will do. */
const ofSource = (org: Org, place: number, act: Act): readonly Case[] => {
  if (act.mode !== "performed" || act.kind !== "source.registered") return [];
  const { fields = {} } = act;
  const facts = (fields["facts"] ?? {}) as { readonly [fact: string]: string };
  return Object.entries(facts).map(([fact, field]) => {
    const from = fields[field] ?? null;
    const to = field === "published" ? "2020-03-26" : "other";
    const changed = { ...act, fields: { ...fields, [field]: to } };
    return { at: `${act.id}#${field}`, from, to, org, place, numbers: [fact], act: changed };
  });
};

export const casesOf = (org: Org): readonly Case[] =>
  org.entries.flatMap(({ act }, place) =>
    act.mode === "asserted"
      ? act.claims.flatMap((claim) => ofClaim(org, place, act, claim))
      : ofSource(org, place, act),
  );

export const orgs: readonly Org[] = [orgOf("csto"), orgOf("nato")];
const rowsOf = (number: string): readonly Row[] =>
  factRows.get(number) ?? dossierRows.get(number) ?? [];

const isGreen = (row: Row): boolean => {
  const org = orgs.find(({ name }) => name === row.org);
  return org !== undefined && wrongWith(org.asked, row) === undefined;
};

const greenRows = new Map<string, readonly Row[]>();
export const greenOf = (number: string): readonly Row[] => {
  const known = greenRows.get(number) ?? rowsOf(number).filter(isGreen);
  greenRows.set(number, known);
  return known;
};

/** Whether some row of the facts notices the change; an answer that fails has noticed it too. */
export const isNoticed = ({ org, place, act, numbers }: Case): boolean => {
  const entries = org.entries.with(place, unsigned(act));
  const acts = library(org.pack, entries);
  const asked = { ...org.asked, world: { ...org.world, library: acts, pack: acts.pack } };
  return numbers
    .flatMap(greenOf)
    .filter((row) => row.org === org.name)
    .some((row) => wrongWith(asked, row) !== undefined);
};
