/**
 * Reasons in lines: what decided, each norm, what is missing, what would change it, what was seen.
 */

import { nameOf } from "../titles.ts";
import { type Line, line, positionName, type Row, type Speaker } from "./line.ts";
import {
  authorityText,
  clausesOf,
  deedText,
  findingName,
  nodeText,
  normText,
  valueText,
} from "./nodes.ts";

type Missing = Row["missing"][number];
type Flip = Row["trace"]["flips"][number];
type Step = Row["trace"]["norms"][number];
type Node = NonNullable<Step["tree"]>;

export const decidesLine = (node: string, say: Speaker): Line =>
  line("decides", say.words.decides(nodeText(node, say)), {
    nodes: [node],
    clauses: clausesOf(node, say.tongue.pack),
  });

const aboutText = (about: string, say: Speaker): string =>
  about === ""
    ? say.words.variables.s
    : about.startsWith("act/")
      ? say.tongue.titleOfAct(about.slice("act/".length))
      : nameOf(about, say.tongue.pack, say.tongue.language);

export const missingLine = (missing: Missing, say: Speaker): Line => {
  const { words } = say;
  if ("knob" in missing) {
    const { knob, text } = missing;
    const cited = { nodes: [knob], clauses: clausesOf(knob, say.tongue.pack) };
    return line("missing", words.missingKnob(nodeText(knob, say), text), cited);
  }
  const makes = words.wouldMake[missing.wouldMake] ?? missing.wouldMake;
  if ("record" in missing) {
    const { record, span } = missing;
    const [kind = "", state = ""] = record.split("/");
    const isKind = kind.includes(".");
    const what = isKind
      ? [deedText(kind, say), state && say.name(state)]
      : [record.startsWith("$") ? valueText(record, say) : record];
    return line("missing", words.missingRecord(what.filter(Boolean).join(", "), span, makes));
  }
  const { finding, about, authorities } = missing;
  const by = authorities.map((one) => authorityText(one, say)).join(", ");
  const text = words.missingFinding(findingName(finding, say), aboutText(about, say), by, makes);
  return line("missing", text);
};

/** A verdict of a flip in words: "validity: effective; outcome: adopted", "t-4-help: met". */
const flipVerdict = (verdict: string, say: Speaker): string => {
  const { words } = say;
  const all: { readonly [code: string]: string } = {
    ...words.results,
    ...words.compliance,
    ...words.outcomes,
    ...words.validities,
  };
  return verdict
    .split("; ")
    .map((part) => {
      const [key = "", results = ""] = part.split(": ");
      const said = results.split(", ").map((one) => all[one] ?? one);
      if (key === "validity" || key === "outcome") return said.join(", ");
      return `${key}: ${said.join(", ")}`;
    })
    .filter((part, place, parts) => parts.indexOf(part) === place)
    .join("; ");
};

const prefix = "positions/";

type Alike = readonly [Flip, ...Flip[]];

const flipLine = ({ change, verdict }: Flip, say: Speaker): Line => {
  const { words } = say;
  const changes = change.map(({ node, to }) =>
    to === "true" || to === "false" || to === "unknown"
      ? words.flipLeaf(nodeText(node, say), words.truths[to])
      : words.flipPosition([say.name(node.slice(prefix.length))], positionName(to, say)),
  );
  const nodes = change.map(({ node }) => node);
  return line("flip", words.flip(changes, flipVerdict(verdict, say)), { nodes });
};

/** Members of whom each, alone, would change the answer in the same way, in one line. */
const alikeLine = ([first, ...others]: Alike, say: Speaker): Line => {
  if (others.length === 0) return flipLine(first, say);
  const nodes = [first, ...others].flatMap(({ change }) => change.map(({ node }) => node));
  const states = nodes.map((node) => say.name(node.slice(prefix.length)));
  const changed = say.words.flipPosition(states, positionName(first.change[0]?.to ?? "", say));
  return line("flip", say.words.flip([changed], flipVerdict(first.verdict, say)), { nodes });
};

/** Flips by what they do; a change of one position stands with those like it. */
const alike = (flips: readonly Flip[]): readonly Alike[] => {
  const groups = new Map<string, Alike>();
  for (const [place, flip] of flips.entries()) {
    const [only] = flip.change;
    const isPosition = flip.change.length === 1 && only?.node.startsWith(prefix) === true;
    const key = isPosition ? `${only.to} ${flip.verdict}` : String(place);
    const before = groups.get(key);
    groups.set(key, before === undefined ? [flip] : [...before, flip]);
  }
  return [...groups.values()];
};

/** At most so many of the smallest changes are told; the receipt holds all. */
const mostFlips = 8;

export const flipLines = (
  flips: readonly Flip[],
  isComplete: boolean,
  say: Speaker,
): readonly Line[] => {
  const groups = alike(flips);
  return [
    ...groups.slice(0, mostFlips).map((group) => alikeLine(group, say)),
    ...(isComplete && groups.length <= mostFlips ? [] : [line("flip", say.words.flipsIncomplete)]),
  ];
};

/** A node of a full trace with those under it. */
const treeLine = ({ id, holds, kids = [], skipped, evidence = [] }: Node, say: Speaker): Line[] => {
  if (skipped !== undefined) return [];
  const text = `${nodeText(id, say)}: ${say.words.truths[holds]}`;
  const inner = kids.flatMap((kid) => treeLine(kid, say));
  return [line("node", text, { nodes: [id], acts: evidence.map(({ act }) => act), kids: inner })];
};

export const stepLine = (step: Step, say: Speaker): Line => {
  const { norm, provision, bearer = "", truth, defeatedBy, decidingNode, tree } = step;
  const { words } = say;
  const who = bearer === "" ? "" : `, ${say.name(bearer)}`;
  return line("norm", `${normText(norm, say)}${who}: ${words.results[truth]}.`, {
    clauses: [provision],
    nodes: [norm],
    kids: [
      ...(decidingNode === undefined ? [] : [decidesLine(decidingNode, say)]),
      ...(defeatedBy === undefined
        ? []
        : [line("decides", words.defeated(normText(defeatedBy.norm, say)))]),
      ...(tree === undefined ? [] : treeLine(tree, say)),
    ],
  });
};

export const seenLines = (seen: "full" | "part" | "no", say: Speaker): readonly Line[] =>
  seen === "full" ? [] : [line("seen", say.words.seen[seen])];
