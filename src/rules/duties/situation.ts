/**
 * A situation as a file tells it: the facts, its acts and findings as norms see them.
 *
 * In:   the file, already of the right form; the pack; the record's own situations.
 * Out:  a situation, what the file tells, what it told in vain; or a refusal that names the place.
 * Law:  S-14 (deeds are accepted in files), S-49 (kinds of finding), S-50 (with or without an id).
 */

import { type Day, dayOf, isoOf, type Json, ok, type Result, refuse } from "#base";
import type { Pack, SituationTold } from "#charter";
import { findings, kindOf } from "#record";
import type { Deed, Situation } from "../norms/facts.ts";
import { deedsOf, type Told } from "../norms/recorded.ts";
import { bad, type Refused, unknown } from "../params.ts";

export type Case = {
  readonly situation: Situation;
  readonly told: Told;
  readonly on: Day; // The file's own day.
};

/** The address of a situation that no record holds. */
const ownAddress = "situation/case";

/** Kinds of finding whose values are a closed list; a direction may also name a state. */
const values: { readonly [kind: string]: readonly (string | boolean)[] | undefined } = {
  ...findings,
  "directed-against": undefined,
  judgement: undefined,
};

type FileAct = SituationTold["acts"][number];
type FileFinding = SituationTold["findings"][number];

/** The stored kind of a deed or kind that a file names. */
const kindIn = (pack: Pack, word: string): string | undefined => {
  const special = [...pack.acts.values()].find(({ id, deed }) => id === word || deed === word);
  const core = kindOf(word);
  return special?.id ?? (core?.made === "author" ? core.kind : undefined);
};

/** Deeds that begin no status: what a file may tell without changing who is bound. */
const deedsFor = (pack: Pack): string =>
  [...pack.norms.values()]
    .flatMap((norm) => ("do" in norm ? [...(norm.do.anyOf ?? []), ...(norm.do.allOf ?? [])] : []))
    .concat("request-assistance", "invoke-consultations")
    .filter((deed, i, all) => all.indexOf(deed) === i)
    .sort()
    .join(" | ");

export const caseOf = (
  pack: Pack,
  file: SituationTold,
  isRecorded: (address: string) => boolean,
): Result<Case, Refused> => {
  const address = file.id === undefined ? ownAddress : `situation/${file.id}`;
  if (file.id !== undefined && !isRecorded(address)) {
    return refuse(unknown("situation/id", "query.no-such-situation", file.id, "situations"));
  }
  const wrong = wrongDay(file) ?? wrongState(pack, file) ?? wrongKind(pack, file);
  if (wrong !== undefined) return refuse(wrong);
  const on = dayOf(file.on) ?? 0;
  const deeds = [
    ...file.acts.map((act, n) => deedOfAct(pack, act, n, address)),
    ...file.findings.map((finding, n) => deedOfFinding(pack, finding, n, address)),
  ];
  const since = Math.min(on, ...deeds.map(({ occurred }) => occurred.earliest));
  return ok({
    situation: { address, victim: file.victim, attacker: file.attacker, on: since },
    told: { deeds, isWholeCase: file.id === undefined },
    on,
  });
};

const wrongDay = ({ on, acts, findings }: SituationTold): Refused | undefined => {
  const days = [
    ["/on", on] as const,
    ...acts.map((one, n) => [`/acts/${n}/on`, one.on] as const),
    ...findings.map((one, n) => [`/findings/${n}/on`, one.on] as const),
  ];
  const wrong = days.find(([, day]) => dayOf(day) === undefined);
  return wrong && bad(`situation${wrong[0]}`, "date.no-such-day", wrong[1], '"2022-01-05"');
};

const wrongState = ({ states }: Pack, { victim, acts, findings }: SituationTold) => {
  const named = [
    ["/victim", victim] as const,
    ...acts.map((one, n) => [`/acts/${n}/by`, one.by] as const),
    ...findings.map((one, n) => [`/findings/${n}/by`, one.by] as const),
  ];
  const wrong = named.find(([, who]) => /^[A-Z]{3}$/.test(who) && !states.has(who));
  if (wrong === undefined) return undefined;
  return bad(`situation${wrong[0]}`, "query.state", wrong[1], [...states.keys()].join(" | "));
};

const wrongKind = (pack: Pack, { acts, findings }: SituationTold): Refused | undefined => {
  for (const [n, { kind }] of acts.entries()) {
    if (kindIn(pack, kind) !== undefined) continue;
    return bad(`situation/acts/${n}/kind`, "query.kind", kind, deedsFor(pack));
  }
  for (const [n, { kind, value, id }] of findings.entries()) {
    const at = `situation/findings/${n}`;
    const rule = pack.findings.get(kind);
    if (rule === undefined && !Object.hasOwn(values, kind)) {
      return bad(`${at}/kind`, "finding.kind", kind, [...pack.findings.keys()].join(" | "));
    }
    const accepted = values[kind];
    if (accepted !== undefined && !accepted.includes(value)) {
      return bad(`${at}/value`, "finding.value", String(value), accepted.join(" | "));
    }
    if (kind === "judgement" && id === undefined) {
      return bad(`${at}/id`, "schema.missing", "", "id of a judgement");
    }
  }
  return undefined;
};

const windowOn = (text: string): Deed["occurred"] => {
  const day = dayOf(text) ?? 0;
  return { earliest: day, latest: day };
};

const aboutOf = (about: string | undefined, address: string): readonly string[] =>
  about === undefined ? [address] : [address, about.includes("/") ? about : `act/${about}`];

const told = { seq: undefined, recordedAt: "", claim: undefined, isPerformed: true } as const;

const deedOfAct = (pack: Pack, act: FileAct, n: number, address: string): Deed => {
  const kind = kindIn(pack, act.kind) ?? act.kind;
  const day = windowOn(act.on);
  return {
    ...told,
    id: act.id ?? `file.act-${n + 1}`,
    kind,
    deeds: deedsOf(pack, kind),
    by: [act.by],
    to: act.to === undefined ? [] : [act.to],
    about: aboutOf(act.about, address),
    occurred: day,
    effective: day,
    occurredOn: isoOf(day.earliest),
    fields: {},
  };
};

const deedOfFinding = (pack: Pack, finding: FileFinding, n: number, address: string): Deed => {
  const day = windowOn(finding.on);
  const isOwn = pack.findings.get(finding.kind)?.is === "judgement";
  const id = isOwn ? finding.kind : finding.id;
  const fields: { [field: string]: Json } = {
    finding: isOwn ? "judgement" : finding.kind,
    value: finding.value,
  };
  if (id !== undefined) fields["id"] = id;
  if (finding.class !== undefined) fields["class"] = finding.class;
  return {
    ...told,
    id: `file.finding-${n + 1}`,
    kind: "finding.recorded",
    deeds: ["find"],
    by: [finding.by],
    to: [],
    about: aboutOf(finding.about, address),
    occurred: day,
    effective: day,
    occurredOn: isoOf(day.earliest),
    fields,
  };
};

/** Acts and findings of the file that come after the day asked about. */
export const afterOn = ({ told: { deeds } }: Case, on: Day) =>
  deeds
    .filter(({ occurred }) => occurred.earliest > on)
    .map(({ id }) => ({ act: id, reason: "after-on" }));
