/**
 * The leaves about acts and findings.
 *
 * Law: S-19: no matching act means `false` only where the world is closed for it; else it is
 * unknown, and the answer names the record that would settle it. S-1, S-49: a finding counts from a
 * competent authority only, and the latest one stands; without one nobody knows.
 */

import { isoOf } from "#base";
import type { ActLeaf, FindingLeaf, Value } from "#charter";
import { kindOf, type Window } from "#record";
import { dayText } from "../question.ts";
import { type Env, rests, type Test, type Thing } from "./env.ts";
import type { Deed, Facts, Situation } from "./facts.ts";
import { and, or, type Truth, truthOf } from "./truth.ts";
import { isAbout, isWho, plainOf, readerOf } from "./values.ts";

/** Whether an act was done by a day: unknown inside its window. */
export const doneBy = ({ earliest, latest }: Window, day: number): Truth => {
  if (latest <= day) return "true";
  return earliest > day ? "false" : "unknown";
};

const anyWho = (who: readonly string[] | undefined, thing: Thing | undefined): Truth => {
  if (who === undefined || thing === undefined) return "unknown";
  return truthOf(who.some((one) => isWho(one, thing)));
};

const anyAbout = (about: readonly string[], thing: Thing | undefined): Truth =>
  thing === undefined ? "unknown" : truthOf(about.some((one) => isAbout(one, thing)));

/** The kind that a deed is stored as. */
export const kindOfDeed = ({ pack }: Facts, deed: string): string =>
  [...pack.acts.values()].find((one) => one.deed === deed)?.id ?? kindOf(deed)?.kind ?? deed;

/** Whether an act is of the deed, actor, addressee and subject that a leaf asks for. */
export type Match = (env: Env, deed: Deed) => Truth;

export const matchOf = (leaf: ActLeaf): Match => {
  const by = leaf.by === undefined ? undefined : readerOf(leaf.by);
  const to = leaf.to === undefined ? undefined : readerOf(leaf.to);
  const about = leaf.about === undefined ? undefined : readerOf(leaf.about);
  return (env, deed) => {
    if (!deed.deeds.includes(leaf.deed)) return "false";
    let found = doneBy(deed.occurred, env.facts.on);
    if (by !== undefined) found = and(found, anyWho(deed.by, by(env)));
    if (to !== undefined) found = and(found, anyWho(deed.to, to(env)));
    if (about !== undefined) found = and(found, anyAbout(deed.about, about(env)));
    return found;
  };
};

/** The acts that a leaf may mean: of two names bound by acts, each is pinned in turn. */
const candidates = (env: Env, deed: string, as: string | undefined): readonly Deed[] => {
  const pinned = as === undefined ? undefined : env.pinned.get(as);
  return pinned === undefined ? env.facts.acts(deed) : [pinned];
};

export const act = (id: string, leaf: ActLeaf, where: Test | undefined): Test => {
  const match = matchOf(leaf);
  const about = leaf.about === undefined ? undefined : readerOf(leaf.about);
  return (env) => {
    const mark = env.missing.length;
    let maybe: Deed | undefined;
    for (const deed of candidates(env, leaf.deed, leaf.as)) {
      const fits = match(env, deed);
      if (fits === "false") continue;
      if (leaf.as !== undefined) env.names.set(leaf.as, deed);
      const found = where === undefined ? fits : and(fits, where(env));
      if (found !== "false") rests(env, deed, id);
      if (found === "true") {
        env.missing.length = mark;
        return "true";
      }
      if (found === "unknown") maybe ??= deed;
    }
    if (leaf.as !== undefined) env.names.set(leaf.as, maybe);
    if (maybe === undefined && isClosed(env, leaf.deed, about?.(env))) {
      env.missing.length = mark;
      return "false";
    }
    if (env.missing.length === mark) {
      const kind = kindOfDeed(env.facts, leaf.deed);
      env.missing.push({ record: kind, span: spanOf(env), wouldMake: env.wouldMake });
    }
    return "unknown";
  };
};

/** What is judged: the situation, the act, or the decision put. */
const subjectOf = ({ names }: Env): Deed | Situation | undefined => {
  for (const name of ["s", "act", "proposal"]) {
    const thing = names.get(name);
    if (typeof thing === "object") return thing;
  }
  return undefined;
};

/** The first day of what is judged. */
const sinceOf = (env: Env): number => {
  const thing = subjectOf(env);
  if (thing === undefined) return env.facts.on;
  return "on" in thing ? thing.on : thing.occurred.earliest;
};

/** From that day to the day asked about. */
const spanOf = (env: Env): string => `${dayText(sinceOf(env))}/${isoOf(env.facts.on)}`;

const isClosed = (env: Env, deed: string, about: Thing | undefined): boolean => {
  const address = about === undefined ? [] : [String(plainOf(about))];
  return env.facts.isClosed(kindOfDeed(env.facts, deed), address, sinceOf(env));
};

/** Whether a finding is of a kind; one of the pack's own is a judgement that bears its name (S-49). */
export const isFinding = ({ pack }: Facts, { fields }: Deed, kind: string): boolean =>
  pack.findings.get(kind)?.is === "judgement"
    ? fields["finding"] === "judgement" && fields["id"] === kind
    : fields["finding"] === kind;

/** Findings of a kind about a thing by competent authorities, the last one last. */
const competent = (env: Env, leaf: FindingLeaf, about: Thing | undefined): readonly Deed[] => {
  const rule = env.facts.pack.findings.get(leaf.kind);
  const makers = (rule?.by ?? []).filter((one) => leaf.by === undefined || leaf.by.includes(one));
  return env.facts.acts("find").filter((deed) => {
    if (!isFinding(env.facts, deed, leaf.kind) || anyAbout(deed.about, about) !== "true") {
      return false;
    }
    if (makers.some((maker) => isMadeBy(env, deed, maker))) return true;
    if (rule?.by.some((maker) => isMadeBy(env, deed, maker)) !== true) {
      env.ignored.set(deed.id, "not-competent");
    }
    return false;
  });
};

const isMadeBy = (env: Env, { by = [] }: Deed, maker: string): boolean => {
  const victim = env.names.get("s");
  if (maker === "victim") {
    return typeof victim === "object" && "victim" in victim && by.includes(victim.victim ?? "");
  }
  if (maker === "each-party") return by.some((one) => /^[A-Z]{3}$/.test(one));
  return by.some((one) => isWho(one, maker));
};

/** Of findings in order of their days: those that may be the last by a day. */
const mayBeLast = (findings: readonly Deed[], on: number): readonly Deed[] => {
  const begun = findings.filter(({ occurred }) => occurred.earliest <= on);
  const sure = Math.max(
    ...begun.filter(({ occurred }) => occurred.latest <= on).map((one) => one.occurred.earliest),
  );
  return begun.filter(({ occurred }) => occurred.latest >= sure);
};

export const finding = (id: string, leaf: FindingLeaf): Test => {
  const about = readerOf(leaf.about);
  const values: readonly Value[] =
    leaf.value === undefined ? [] : Array.isArray(leaf.value) ? leaf.value : [leaf.value as Value];
  const readers = values.map(readerOf);
  const says = (env: Env, deed: Deed): Truth => {
    if (readers.length === 0) return "true";
    const said = deed.fields["value"];
    return readers.reduce<Truth>((found, read) => {
      const wanted = read(env);
      return or(found, wanted === undefined ? "unknown" : truthOf(plainOf(wanted) === said));
    }, "false");
  };
  return (env) => {
    const thing = about(env);
    const pinned = leaf.as === undefined ? undefined : env.pinned.get(leaf.as);
    const last = mayBeLast(competent(env, leaf, thing), env.facts.on);
    for (const deed of last) rests(env, deed, id);
    const isMine = pinned === undefined || last.includes(pinned);
    if (leaf.as !== undefined && isMine) env.names.set(leaf.as, pinned ?? last[0]);
    const truths = new Set(
      last.map((deed) => and(doneBy(deed.occurred, env.facts.on), says(env, deed))),
    );
    const [only] = truths;
    // A name that stands for another act here is not this finding; that has an instance of its own.
    if (truths.size === 1 && only === "true") return isMine ? "true" : "false";
    if (truths.size === 1 && only === "false") return "false";
    env.missing.push({
      finding: leaf.kind,
      about: thing === undefined ? String(leaf.about) : String(plainOf(thing)),
      authorities: leaf.by ?? env.facts.pack.findings.get(leaf.kind)?.by ?? [],
      wouldMake: env.wouldMake,
    });
    return "unknown";
  };
};

/** Untranslatable text: unknown until a judgement with that id is recorded of what is judged. */
export const judgement = (id: string, judged: string): Test => {
  const rule = { kind: "judgement", about: "" };
  return (env) => {
    const subject = subjectOf(env);
    const found = env.facts.acts("find").filter((deed) => {
      if (deed.fields["finding"] !== "judgement" || deed.fields["id"] !== judged) return false;
      if (subject !== undefined && anyAbout(deed.about, subject) !== "true") return false;
      const makers = env.facts.pack.findings.get("judgement")?.by ?? [];
      const isFit = makers.some((maker) => isMadeBy(env, deed, maker));
      if (!isFit) env.ignored.set(deed.id, "not-competent");
      return isFit;
    });
    const last = mayBeLast(found, env.facts.on);
    for (const deed of last) rests(env, deed, id);
    const values = new Set(last.map((deed) => deed.fields["value"]));
    const [only] = values;
    const isDone = last.every((deed) => doneBy(deed.occurred, env.facts.on) === "true");
    if (values.size === 1 && typeof only === "boolean" && isDone) return truthOf(only);
    env.missing.push({
      finding: rule.kind,
      about: judged,
      authorities: env.facts.pack.findings.get("judgement")?.by ?? [],
      wouldMake: env.wouldMake,
    });
    return "unknown";
  };
};
