/**
 * Things by their names: a row knows an exercise by what the facts call it, never by its id.
 *
 * In:   a world.
 * Out:  whether a text of an answer means the thing that `~words` or `type/~words` tells of.
 *
 * The words must stand in the id (its dashes read as spaces), in a name or in an alias. Instead of
 * words, an act may be told by the fact it carries: `act/~F022`.
 */
import { wholeRecord } from "#record";
import type { World } from "#rules";

type Named = { readonly names: { readonly en: string; readonly ru: string } };
type Aliased = Named & { readonly aliases?: { readonly [lang: string]: readonly string[] } };

export type Names = {
  /** Whether a text is such a pattern. */
  readonly isPattern: (text: string) => boolean;
  readonly means: (pattern: string, found: string) => boolean;
  /** All addresses that a pattern means. */
  readonly meant: (pattern: string) => readonly string[];
};

const pattern = /^(?:([a-z-]+|\*)\/)?~(.+)$/;

const plain = (text: string): string => text.toLowerCase().replaceAll(/[-./]/g, " ");

const textsOf = ({ names, aliases = {} }: Aliased): readonly string[] => [
  ...Object.values(names),
  ...Object.values(aliases).flat(),
];

export const namesOf = ({ pack, library }: World): Names => {
  const record = library.under(wholeRecord);
  const known = new Map<string, readonly string[]>();
  for (const [id, state] of pack.states) known.set(id, textsOf(state));
  for (const [id, body] of pack.bodies) known.set(`body/${id}`, textsOf(body));
  for (const [id, force] of pack.forces) known.set(`force/${id}`, textsOf(force));
  for (const [address, other] of pack.others) known.set(address, textsOf(other));
  for (const thing of record.things(library.size())) known.set(thing.id, textsOf(thing));
  const carriers = new Map<string, Set<string>>();
  for (const { act } of record.acts(library.size())) {
    if (act.mode !== "asserted") continue;
    for (const { facts = [], rows = [] } of act.claims) {
      for (const number of [...facts, ...rows]) {
        const acts = carriers.get(number) ?? new Set();
        carriers.set(number, acts.add(`act/${act.id}`));
      }
    }
  }
  const means = (text: string, found: string): boolean => {
    const [, type = "*", words = ""] = pattern.exec(text) ?? [];
    if (text.includes("/") && !found.includes("/")) return false;
    if (type !== "*" && !found.startsWith(`${type}/`)) return false;
    if (type === "act" && carriers.has(words)) return carriers.get(words)?.has(found) === true;
    const texts = [found, ...(known.get(found.replace(/^relation\//, "org/")) ?? [])];
    return texts.some((one) => plain(one).includes(plain(words)));
  };
  return {
    isPattern: (text) => pattern.test(text),
    means,
    meant: (text) => [...known.keys()].filter((address) => means(text, address)),
  };
};
