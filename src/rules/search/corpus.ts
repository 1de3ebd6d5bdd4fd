/**
 * What can be found: the texts of the pack's things, of registered things and sources, of acts.
 *
 * In:   a pack with the things that the record names, versions of acts, a lens.
 * Out:  `Doc`, one for each that can be a result, with texts by the place in which they stand.
 */

import type { Both } from "#base";
import { namesOf, type Pack } from "#charter";
import type { Claim } from "#ledger";
import { kinds, type Source, type Thing, type Version } from "#record";
import { groupWords, kindWords, type SearchKind, searchKinds } from "./kind-words.ts";

/** Where a word stands, the weightiest first: in a name, beside it, in what is told. */
export const places = ["name", "beside", "text"] as const;
export type Place = (typeof places)[number];

export type Doc = {
  readonly address: string;
  readonly kind: SearchKind;
  readonly texts: { readonly [P in Place]: readonly string[] };
  /** The place in the ledger at which it came; what the pack holds is there from the first. */
  readonly seq: number;
  readonly version?: Version;
  /** Of a provision: the number of the version whose gist this is. */
  readonly n?: number;
  /** A name that only the record knows. */
  readonly title?: string;
};

const both = (names: Both | undefined): readonly string[] =>
  names === undefined ? [] : [names.en, names.ru];

/** The words of an id: `crrf.decision-2009-06`. */
const wordsOfId = (address: string): string => address.replaceAll(/[/.-]/g, " ");

const isKind = (type: string): type is SearchKind => searchKinds.some((one) => one === type);

const thing = (
  address: string,
  kind: SearchKind,
  names: readonly string[],
  more: Partial<Doc> & { readonly beside?: readonly string[] } = {},
): Doc => {
  const { beside = [], ...rest } = more;
  const id = address.slice(address.indexOf("/") + 1);
  const texts = { name: names, beside: [kindWords[kind], wordsOfId(id), ...beside], text: [] };
  return { address, kind, texts, seq: 0, ...rest };
};

/** Everything that a pack names; each version of a provision by itself. */
export const packDocs = (pack: Pack): readonly Doc[] => {
  const { states, bodies, forces, instruments, others, provisions } = pack;
  return [
    ...[...states.values()].map(({ id, names, forms }) =>
      thing(`membership/${id}`, "state", [...both(names), ...forms.en, ...forms.ru]),
    ),
    ...[...bodies.values()].map(({ id, names, short }) =>
      thing(`body/${id}`, "body", [...both(names), ...both(short)]),
    ),
    ...[...forces.values()].map(({ id, names, short }) =>
      thing(`force/${id}`, "force", [...both(names), ...both(short)]),
    ),
    ...[...instruments.values()].map(({ id, names, text }) =>
      thing(`instrument/${id}`, "instrument", both(names), { beside: [text.title] }),
    ),
    ...[...others.values()].flatMap(({ id, names, short }) => {
      const kind = id.slice(0, id.indexOf("/"));
      return isKind(kind) ? [thing(id, kind, [...both(names), ...both(short)])] : [];
    }),
    ...[...provisions.values()].flatMap(({ id, instrument, locator, versions }) =>
      versions.map(({ n, gist, note }): Doc => {
        const beside = [locator, ...both(instruments.get(instrument)?.names)];
        const doc = thing(`provision/${id}`, "provision", [], { beside, n });
        return { ...doc, texts: { ...doc.texts, text: [...both(gist), ...both(note)] } };
      }),
    ),
  ];
};

export const thingDoc = ({ id, names, aliases, seq }: Thing): Doc | undefined => {
  const kind = id.slice(0, id.indexOf("/"));
  const all = [...both(names), ...(aliases?.en ?? []), ...(aliases?.ru ?? [])];
  return isKind(kind) ? thing(id, kind, all, { seq }) : undefined;
};

/** A relation with an organization: what is told of it in acts gives it a result of its own. */
export const relationDoc = (address: string, pack: Pack, seq: number): Doc => {
  const org = pack.others.get(address.replace(/^relation\//, "org/"));
  return thing(address, "relation", [...both(org?.names), ...both(org?.short)], { seq });
};

export const sourceDoc = ({ id, title, publisher, author, note, seq }: Source): Doc => {
  const told = typeof note === "string" ? [note] : both(note);
  const beside = [publisher ?? "", author ?? ""];
  const doc = thing(`source/${id}`, "source", [title], { beside, seq, title });
  return { ...doc, texts: { ...doc.texts, text: told } };
};

/** Every text within a value; a code or an address says its names too. */
const textsIn = (value: unknown, pack: Pack): readonly string[] => {
  if (typeof value === "string") return [value, ...calledBy(value, pack)];
  if (typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap((one) => textsIn(one, pack));
};

/** What a state's code or an address is called; a state in all its forms. */
const calledBy = (address: string, pack: Pack): readonly string[] => {
  const state = pack.states.get(address.replace(/^membership\//, ""));
  if (state !== undefined) return [...both(state.names), ...state.forms.en, ...state.forms.ru];
  return address.includes("/") ? both(namesOf(address, pack)) : [];
};

/** An act with what the claims that a lens shows say. */
export const actDoc = (version: Version, claims: readonly Claim[], pack: Pack): Doc => {
  const { act, reading, seq } = version;
  const kind = kinds.get(act.kind);
  const grounds = act.mode === "asserted" ? [act.ground?.en ?? "", act.ground?.ru ?? ""] : [];
  return {
    address: `act/${act.id}`,
    kind: "act",
    seq,
    version,
    texts: {
      name: both(act.title),
      beside: [
        wordsOfId(act.id),
        wordsOfId(act.kind),
        kind === undefined ? "" : `${wordsOfId(kind.deed)} ${groupWords[kind.group]}`,
        reading.occurred ?? "",
        ...[...(act.about ?? []), ...(reading.actors ?? [])].flatMap((one) => calledBy(one, pack)),
      ],
      text: [
        ...(act.mode === "performed" ? textsIn(act.fields, pack) : []),
        ...claims.flatMap(({ says }) => textsIn(says, pack)),
        ...grounds,
      ],
    },
  };
};
