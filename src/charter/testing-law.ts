/**
 * The tiny pack with law in it: one norm of each kind, a predicate, a procedure, a kind of act of
 * its own, and a case; for tests of every room.
 */

import type { Pack } from "./pack.ts";
import { patched, tinyFiles, tinyPack } from "./testing.ts";

const provisions = `instrument: charter
provisions:
  - id: c-2
    locator: "article 2"
    versions:
      - n: 1
        from: { inForce: charter }
        seen: full
        confidence: unsourced
        gist: { en: "Council.", ru: "Совет." }
        norms: [c-2-case, c-2-help, c-2-no-siege, c-2-trade-free, c-2-ask, c-2-first, c-2-answers]
norms:
  - id: c-2-case
    kind: qualifies
    subject: { event: situation, as: s }
    as: league-case
    when:
      all:
        - finding: { kind: armed-attack, about: $s, value: true }
        - not: { member: [$s.attacker, { parties: treaty }] }
  - id: c-2-help
    kind: duty
    bearer: { each: m, in: { parties: treaty }, where: { not: { eq: [$m, $s.victim] } } }
    owedTo: $s.victim
    trigger:
      all:
        - is: { name: c-2-case, args: { s: $s } }
        - act: { deed: request-assistance, as: r, by: $s.victim, about: $s }
    do: { anyOf: [state], to: $s.victim }
    due: { from: $r.occurredOn, within: P3D }
    dischargedBy: { act: { deed: state, by: $m, about: $s } }
    continuing: true
    endsWhen: { finding: { kind: attack-ended, about: $s, value: true } }
  - id: c-2-no-siege
    kind: prohibition
    bearer: { each: m, in: { parties: treaty } }
    owedTo: { parties: treaty }
    act: { oneOf: [siege] }
    when:
      some:
        in: { parties: treaty }
        as: n
        where: { finding: { kind: directed-against, about: $act, value: $n } }
    unless: { reading: { axis: gap, is: [came-back] } }
  - id: c-2-trade-free
    kind: permission
    holder: { each: m, in: { parties: treaty } }
    act: { oneOf: [siege] }
    when: { finding: { kind: directed-against, about: $act, value: none } }
    against: c-2-no-siege
  - id: c-2-ask
    kind: power
    holder: { each: m, in: { parties: treaty } }
    act: { deed: invoke-consultations, as: c }
    validWhen: { status: { of: $m, in: treaty, is: [party, withdrawing] } }
    effects: [{ opens: consultations }]
  - id: c-2-first
    kind: priority
    over: c-2-help
    under: c-2-no-siege
    ground: express
    scope: { is: { name: far-shore, args: { x: $s } } }
  - { id: c-2-answers, kind: accounts, body: secretariat, to: council, for: patrol, every: P1Y }
`;

const predicates = `predicates:
  - id: far-shore
    args: [x]
    when:
      atLeast:
        n: 1
        of:
          - judgement: { id: shore, text: { en: "It is the far shore.", ru: "Это дальний берег." } }
          - finding: { kind: in-treaty-area, about: $x, value: true }
findings:
  - { kind: armed-attack, by: [council, victim], authority: [c-2] }
  - { kind: attack-ended, by: [council], authority: [c-2] }
  - { kind: in-treaty-area, by: [council], authority: [c-2] }
  - { kind: directed-against, by: [council], authority: unsourced }
  - { kind: judgement, by: [council, org/un], authority: unsourced }
`;

const acts = `acts:
  - { id: siege.laid, is: statement.made, deed: siege, fields: { shore: id } }
`;

const procedures = `procedures:
  - id: council-votes
    bodies: [council]
    authority: [c-2]
    electorate:
      base: { members: council }
      suspended: not-counted
      withdrawing: counted
      signatory: observer
    quorum: { kind: present, atLeast: 1/2 }
    positions:
      for: counts-for
      against: blocks
      abstain: { value: ignored, authority: [c-2] }
      absent: { axis: gap }
      not-participating: unknown
      silent: open
    rule: { kind: majority, of: base, atLeast: 2/3, weights: { XNA: "1.5", XNB: "1" } }
    form: vote
    reservation: unknown
    binds:
      for: adoption
      against: adoption
      abstain: adoption
      absent: own-expression
      not-participating: unknown
      silent: no
    laterExpression:
      completes: completes
      window: open
      until: P30D
      ifSilent: lapses
      adoptedOn: last-expression
    forms:
      - id: small-circle
        kind: participants
        from: { inForce: protocol }
        authority: [c-2]
        needs: { not: { act: { deed: state, about: $proposal } } }
`;

const cases = `given:
  - { id: founded, deed: sign, by: [XNA, XNB], about: [instrument/treaty], on: "1992-05-15" }
cases:
  - id: all-in-one
    shows:
${["case", "help", "no-siege", "trade-free", "ask", "first"]
  .flatMap((name) =>
    ["met", "not-met", "undetermined"].map(
      (result) => `      - { norm: c-2-${name}, result: ${result} }`,
    ),
  )
  .join("\n")}
    on: "1993-01-01"
    ask:
      duties:
        on: "1993-01-01"
        victim: XNA
        acts: [{ kind: request-assistance, by: XNA, on: "1993-01-01" }]
        findings: [{ kind: armed-attack, value: true, by: council, on: "1993-01-01" }]
    expect:
      - duties: [{ norm: c-2-help, bearer: XNB, truth: met, state: due }]
`;

const gap = patched(
  tinyFiles,
  "readings.yaml",
  "gap: continuous }",
  "gap: continuous, absent: blocks }",
);
const gaps = patched(gap, "readings.yaml", "gap: revived }", "gap: revived, absent: ignored }");
const seated = patched(
  gaps,
  "bodies.yaml",
  "class: highest\n",
  "class: highest\n    members: { parties: treaty }\n",
);

/** The texts of the pack by path; each is valid, and so are all together. */
export const lawFiles: ReadonlyMap<string, string> = new Map([
  ...seated,
  ["provisions/charter.yaml", provisions],
  ["predicates.yaml", predicates],
  ["acts.yaml", acts],
  ["procedures.yaml", procedures],
  ["cases/all.yaml", cases],
]);

/** The pack, loaded. */
export const lawPack = (files: ReadonlyMap<string, string> = lawFiles): Pack => tinyPack(files);
