/**
 * instruments/<id>.yaml: one instrument, a pointer to its text, and its life rules.
 */

import * as z from "zod";
import {
  authority,
  both,
  date,
  day,
  form,
  id,
  ids,
  keys,
  knob,
  period,
  provisionIds,
  seen,
  text,
  word,
} from "./words.ts";

const bindingWords = ["act", "own-deposit", "never", "unknown"] as const;
const binding = knob(word(...bindingWords), bindingWords.join(" | "));

const most = 200; // More parties than there are states would be a slip.
const count = "1 … 200";

const commencement = z.union(
  [
    keys({ asserted: z.literal(true, { error: "true" }) }),
    keys({
      deposits: z.int({ error: count }).min(1, { error: count }).max(most, { error: count }),
      plus: period.optional(),
    }),
    keys({ with: id }),
    keys({ on: day, source: text }),
  ],
  { error: "{ asserted: true } | { deposits, plus? } | { with: instrument } | { on, source }" },
);

const gap = z.union([word("continuous", "revived"), keys({ axis: id })], {
  error: "continuous | revived | { axis }",
});

const touchesForm = "all | none | unknown | [ provision, … ]";
const touches = knob(
  z.union([word("all", "none", "unknown"), provisionIds], { error: touchesForm }),
  touchesForm,
);

const depositaryForm = "state: [A-Z]{3} | address: type/id | unknown";
const depositary = knob(
  form(/^(?:unknown|[A-Z]{3}|[a-z][a-z-]*\/[a-z0-9][a-z0-9.-]{0,119})$/, depositaryForm),
  depositaryForm,
);

const life = keys({
  bindsOn: keys({ signature: binding, accession: binding }),
  force: commencement,
  term: keys({
    from: word("force"),
    length: period,
    lastDay: word("anniversary", "day-before-anniversary"),
  }).optional(),
  renewal: keys({ length: period, unlessDeclined: keys({ before: period }) }).optional(),
  prolongation: keys({
    by: id,
    length: period,
    renewal: word("automatic", "none"),
    gap,
  }).optional(),
  withdrawal: keys({
    notice: period,
    countedFrom: word("receipt", "sending"),
    authority: authority.optional(),
  }).optional(),
  suspension: keys({ by: id, touches }).optional(),
  expulsion: keys({ by: id, authority: authority.optional() }).optional(),
  amends: ids.optional(),
  depositary: depositary.optional(),
});

export const instrumentFile = keys({
  id,
  kind: word("treaty", "charter", "protocol", "agreement", "rules", "decision"),
  names: both,
  text: keys({ title: text, date, place: text.optional(), seen, address: text.optional() }),
  authority,
  life,
  note: both.optional(),
});

export type InstrumentFile = z.infer<typeof instrumentFile>;
