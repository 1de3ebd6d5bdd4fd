/**
 * A small world of the League of the Lakes for tests of lists: an exercise and its part, a plan past
 * its day, a budget, a flood with a request and a deployment, an appeal nobody answered, an office.
 */

import { createHash } from "node:crypto";
import { dayOf, type Hash } from "#base";
import { packHash } from "#charter";
import { tinyPack } from "#charter/testing";
import type { Act, AssertedAct, Claim } from "#ledger";
import { claimed, told } from "#ledger/testing";
import { library } from "#record";
import { inLedger, registered } from "#record/testing";
import { ask } from "./ask.ts";
import type { World } from "./question.ts";
import { anchorOf } from "./receipts/anchor.ts";

const sha256: Hash = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());

type Says = { readonly [field: string]: unknown };

/** An act about some things, told by one claim, or by the claims that are given. */
export const act = (
  id: string,
  kind: string,
  about: readonly string[],
  says: Says,
  more: Partial<AssertedAct> = {},
): AssertedAct => {
  const {
    actors: _,
    under: __,
    about: ___,
    ...rest
  } = told(id, {
    kind,
    claims: [claimed({ says: says as Claim["says"] })],
    ...more,
  });
  const { under } = more;
  return { ...rest, ...(about.length > 0 && { about }), ...(under !== undefined && { under }) };
};

export const thing = (address: string, en: string, ru: string): Act => ({
  ...registered("x", "none"),
  id: `thing.registered-${address.replace("/", ".")}`,
  kind: "thing.registered",
  fields: { thing: address, names: { en, ru } },
});

export const source = (id: string, more: Says = {}): Act => {
  const made = registered(id, "official", "2028-06-30");
  return { ...made, fields: { ...made.fields, ...(more as typeof made.fields) } };
};

const names: readonly Act[] = [
  thing("exercise/wave", "Wave", "Волна"),
  thing("exercise/ripple", "Ripple", "Рябь"),
  thing("exercise/storm", "Storm", "Шторм"),
  thing("series/waters", "Waters", "Воды"),
  thing("plan/dam", "Dam", "Плотина"),
  thing("plan/ferry", "Ferry", "Паром"),
  thing("budget/lakes", "Budget of the League", "Бюджет Лиги"),
  thing("situation/flood", "Flood", "Наводнение"),
  thing("office/reeve", "Reeve", "Староста"),
  thing("person/vale", "A. Vale", "А. Вейл"),
];

const flood = ["situation/flood"];

export const lakeActs: readonly Act[] = [
  source("lake.gazette", {
    author: "A. Vale",
    by: "person/vale",
    numbered: { from: "F001", to: "F004" },
    facts: { F001: "author" },
  }),
  source("lake.memo"),
  ...names,
  act("x.ripple", "exercise.held", ["exercise/ripple"], {
    occurredOn: "2028-05-03",
    days: "2028-05-01/2028-05-03",
    host: "XNA",
    partOf: "exercise/wave",
    participants: ["XNA", "XNB"],
    place: { en: "North shore", ru: "Северный берег" },
  }),
  act("x.wave", "exercise.scheduled", ["exercise/wave"], {
    occurredOn: "2028-01-10",
    days: "2028-05",
    series: "series/waters",
    host: "XNB",
    state: "planned",
  }),
  act("x.storm", "exercise.scheduled", ["exercise/storm"], { occurredOn: "2028-02-01" }),
  act("p.dam", "plan.announced", ["plan/dam"], { occurredOn: "2028-01-01", due: "2028-03" }),
  act("p.ferry", "plan.announced", ["plan/ferry"], { occurredOn: "2028" }),
  act("p.ferry-told", "plan.reported", ["plan/ferry"], {
    occurredOn: "2028-04-01",
    gist: { en: "Half built.", ru: "Построен наполовину." },
  }),
  act("b.scale", "scale.set", ["budget/lakes"], {
    occurredOn: "2028-01-01",
    shares: { XNA: "0.7", XNB: "0.3" },
  }),
  act("b.paid", "contribution.paid", ["budget/lakes"], {
    occurredOn: "2028-02-01",
    actors: ["XNA"],
    year: "2028",
    amount: { amount: "12.50", currency: "XNM" },
  }),
  act("f.asked", "assistance.requested", flood, {
    occurredOn: "2028-04-10",
    actors: ["XNA"],
    basis: "t-2",
  }),
  act(
    "f.decided",
    "decision.put",
    flood,
    { occurredOn: "2028-04-11", body: "council", positions: { XNA: "for", XNB: "absent" } },
    {
      claims: [
        claimed({
          says: {
            occurredOn: "2028-04-11",
            body: "council",
            positions: { XNA: "for", XNB: "absent" },
          },
        }),
        claimed({
          id: "b",
          source: "lake.memo",
          differs: "contested",
          says: { basis: { en: "The custom of the lakes", ru: "Обычай озёр" } },
        }),
      ],
      under: { clause: "t-2", basis: "stated" },
      ground: { rule: "editor" },
    },
  ),
  act("f.later", "consent.expressed-later", ["act/f.decided"], {
    occurredOn: "2028-04-20",
    actors: ["XNB"],
  }),
  act("f.sent", "forces.deployed", [...flood, "force/patrol"], { occurredOn: "2028-04-12" }),
  act("f.back", "deployment.ended", flood, { occurredOn: "[2028-04-15..2028-04-17]" }),
  act("f.over", "situation.closed", flood, { occurredOn: "2028-04-30" }),
  act("r.appeal", "appeal.made", ["relation/un"], { occurredOn: "2028-01-20" }),
  act("r.silence", "source.stated", ["act/r.appeal"], {
    occurredOn: "2028-06-01",
    property: "no-answer",
  }),
  act("r.observer", "status.granted", ["relation/un"], {
    occurredOn: "2028-02-20",
    status: "observer",
  }),
  act("o.vale", "office.assumed", ["office/reeve"], {
    occurredOn: "2028-03",
    actors: ["person/vale"],
  }),
  act("c.one", "chair.assumed", ["body/council"], { occurredOn: "2028-01-01", actors: ["XNA"] }),
  act("s.size", "source.stated", ["force/patrol"], {
    occurredOn: "2028-03-01",
    property: "strength",
    value: 50,
    approximate: true,
  }),
  act(
    "s.size-too",
    "source.stated",
    ["force/patrol"],
    {},
    {
      claims: [
        claimed({
          source: "lake.memo",
          says: { occurredOn: "2028-03-02", property: "strength", value: 80 },
        }),
      ],
    },
  ),
  act(
    "s.leader",
    "source.stated",
    ["membership/XNA"],
    {},
    {
      claims: [
        claimed({
          facts: ["F002"],
          says: { occurredOn: "2028-03-01", property: "characterization", value: "leader" },
        }),
      ],
    },
  ),
  act("f.joined", "force.joined", ["force/patrol"], { occurredOn: "2028-01-05", actors: ["XNB"] }),
];

/** The world on midsummer of 2028. */
export const lakeWorld = (acts: readonly Act[] = lakeActs): World => {
  const entries = inLedger(acts);
  const pack = tinyPack();
  const lakes = library(pack, entries);
  const today = dayOf("2028-06-30");
  if (today === undefined) throw new Error("no such day");
  const anchor = anchorOf(entries, packHash(pack, sha256), sha256);
  return { org: "lakes", pack: lakes.pack, library: lakes, today, anchor };
};

export const params = (asked: { readonly [name: string]: string }) =>
  new Map(Object.entries(asked).map(([name, value]) => [name, [value]] as const));

/** The answer to a question, or the code and the field of its refusal. */
export const asking = (world: World, command: string, asked: { [name: string]: string } = {}) => {
  const answer = ask(world, command, params(asked));
  return answer.ok ? answer.value.answer : `${answer.refusal.field} ${answer.refusal.code}`;
};
