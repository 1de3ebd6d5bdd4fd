/** How much of the reasoning a receipt holds: `norms`, or `nodes` for every node as well. */

import { ok, type Result, refuse } from "#base";
import { bad, type Refused, type Texts } from "../params.ts";
import type { Level } from "./receipt.ts";

export const traceWords = ["norms", "nodes"] as const;

export const levelOf = ({ trace = "norms" }: Texts): Result<Level, Refused> => {
  if (trace === "norms") return ok(1);
  if (trace === "nodes") return ok(2);
  return refuse(bad("trace", "query.trace", trace.slice(0, 80), traceWords.join(" | ")));
};
