/**
 * The norms of provisions/<instrument>.yaml: each kind with its fields (see `norm.ts`).
 */

import * as z from "zod";
import type { Norm } from "../norm.ts";
import { condition, dayTerm, deed, name, setTerm, value } from "./conditions.ts";
import { address, both, id, keys, list, period, text, word } from "./words.ts";

const isTrue = z.literal(true, { error: "true" });

const common = {
  id,
  note: both.optional(),
  text: word("not-seen").optional(),
  source: text.optional(),
  acknowledges: list(keys({ norm: id, reason: both }), "[ { norm, reason }, … ]", 1).optional(),
  retired: isTrue.optional(),
};

const bearer = z.union([keys({ each: name, in: setTerm, where: condition.optional() }), value], {
  error: "{ each, in, where? } | state | $path",
});

const owedTo = z.union([setTerm, value], { error: "{ parties } | { members } | state | $path" });
const deedList = list(deed, "[ deed, … ]", 1);
const deeds = keys({ oneOf: deedList });
const kind = <const Name extends string>(of: Name) => z.literal(of, { error: of });

const within = z.union([z.literal("P0D", { error: "P0D" }), period], { error: "P0D | P30D | P6M" });

const qualifies = keys({
  kind: kind("qualifies"),
  ...common,
  subject: keys({ event: word("situation", "act"), as: name }),
  as: id,
  when: condition,
});

const effects = list(
  z.record(id, id, { error: "{ effect: word }" }),
  "[ { opens: … } | { begins: … }, … ]",
  1,
);

const power = keys({
  kind: kind("power"),
  ...common,
  holder: bearer,
  act: keys({ deed, as: name.optional(), about: address.optional() }),
  validWhen: condition,
  effects,
  procedure: id.optional(),
});

const duty = keys({
  kind: kind("duty"),
  ...common,
  bearer,
  owedTo,
  trigger: condition,
  do: keys({
    anyOf: deedList.optional(),
    allOf: deedList.optional(),
    to: value.optional(),
    before: dayTerm.optional(),
  }),
  due: keys({
    from: dayTerm,
    within: within.optional(),
    until: dayTerm.optional(),
    note: id.optional(),
    grace: word("judgement").optional(),
  }),
  dischargedBy: condition,
  continuing: z.boolean({ error: "true | false" }),
  endsWhen: condition.optional(),
  strength: word("conduct", "result").optional(),
  onBreach: list(keys({ raises: id }), "[ { raises }, … ]", 1).optional(),
});

const prohibition = keys({
  kind: kind("prohibition"),
  ...common,
  bearer,
  owedTo,
  act: deeds,
  when: condition,
  unless: condition.optional(),
});

const permission = keys({
  kind: kind("permission"),
  ...common,
  holder: bearer,
  act: deeds,
  when: condition,
  against: id,
});

const immunity = keys({
  kind: kind("immunity"),
  ...common,
  holder: bearer,
  from: bearer,
  act: deeds,
});

const priority = keys({
  kind: kind("priority"),
  ...common,
  over: id,
  under: id,
  ground: word("express", "superior", "later", "special"),
  scope: condition,
});

const accounts = keys({
  kind: kind("accounts"),
  ...common,
  body: id,
  to: id,
  for: id,
  every: z.union([word("session", "unknown"), period], { error: "session | unknown | P1Y" }),
});

const kinds =
  "qualifies | power | duty | prohibition | permission | immunity | priority | accounts";

export const norm = z
  .discriminatedUnion(
    "kind",
    [qualifies, power, duty, prohibition, permission, immunity, priority, accounts],
    { error: kinds },
  )
  .meta({ id: "norm" }) as unknown as z.ZodType<Norm>;
