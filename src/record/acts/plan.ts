/**
 * Plans and programmes: what was announced, adopted, delivered, dropped, and what was reported.
 *
 * Law: S-44 (a plan whose fate is not reported is unknown after its day, never overdue).
 */

import { type Kind, type Subject, told } from "./kind.ts";
import { set } from "./settings.ts";
import { day, id, span } from "./words.ts";

const group = "plan";
const about: Subject = { types: "any", needs: "plan" };

/** When it is to be done, for which years it runs, in which body and session it was decided. */
const fields = {
  due: day.optional(),
  term: span.optional(),
  body: id.optional(),
  session: id.optional(),
} as const;

export const planAnnounced: Kind = told({
  kind: "plan.announced",
  group,
  fields,
  about,
  begins: ["plan: announced"],
  sets: set("plan", "announced"),
});

export const planAdopted: Kind = told({
  kind: "plan.adopted",
  group,
  fields,
  about,
  begins: ["plan: adopted"],
  sets: set("plan", "adopted"),
});

export const planDelivered: Kind = told({
  kind: "plan.delivered",
  group,
  fields,
  about,
  begins: ["plan: delivered"],
  sets: set("plan", "delivered"),
});

export const planDropped: Kind = told({
  kind: "plan.dropped",
  group,
  fields,
  about,
  begins: ["plan: dropped"],
  sets: set("plan", "dropped"),
});

/** Somebody reported on the plan. Begins nothing: a report of progress delivers nothing. */
export const planReported: Kind = told({ kind: "plan.reported", group, fields, about });

export const planKinds: readonly Kind[] = [
  planAnnounced,
  planAdopted,
  planDelivered,
  planDropped,
  planReported,
];
