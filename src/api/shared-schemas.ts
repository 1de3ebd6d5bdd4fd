/** What the schemas of several answers share: days, certainty, the lens. */

import { z } from "@hono/zod-openapi";

export const day = z
  .string()
  .openapi({ description: "EDTF: a day, a window, or .. where none is known" });
export const actIds = z.array(z.string());
export const certainty = z.enum(["certain", "disputed", "uncertain"]);
export const possible = z.array(z.string()).optional();
export const undated = z.array(z.string()).optional();
export const lastAct = z.string().optional();
export const worth = { certainty, possible };

export const lens = z
  .strictObject({
    known: z.string().optional(),
    "published-by": z.string().optional(),
    "according-to": z.array(z.string()).optional(),
  })
  .openapi("Lens");
