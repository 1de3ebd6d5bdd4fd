/**
 * S-11, second sentence: what changed between two sizes of a ledger, `why` at the larger one tells.
 * For the gate and for the long tier alike.
 */

import { ok } from "node:assert/strict";
import fc from "fast-check";
import { isoOf } from "#base";
import { library } from "#record";
import { anchorOf, ask, type World } from "#rules";
import { answerOf } from "./agreement.ts";
import { fluents, historyOf, packOf } from "./histories.ts";
import { anyDay } from "./lives.ts";

const known = (world: World, subject: string, day: number, size: number): string => {
  const params = new Map([
    ["subject", [subject]],
    ["on", [isoOf(day)]],
    ["known", [`#${size}`]],
  ]);
  const found = ask(world, "why", params);
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return JSON.stringify(found.value.answer);
};

/** `why` at the larger size names an act recorded between the two. */
export const explains = (most: number) =>
  fc.property(
    historyOf(most),
    fc.array(anyDay, { minLength: 4, maxLength: 4 }),
    fc.nat(13),
    fc.nat(13),
    (history, days, a, b) => {
      const pack = packOf(history);
      const { entries } = history;
      const [from, to] = [a, b].map((n) => 4 + (n % (entries.length - 3))).sort((x, y) => x - y);
      if (from === undefined || to === undefined) return;
      const anchor = anchorOf(entries, "", () => new Uint8Array(32)); // No receipt is asked for.
      const world: World = {
        org: "lakes",
        pack,
        library: library(pack, entries),
        today: 0,
        anchor,
      };
      const record = world.library.under({});
      const between = entries.slice(from, to).map(({ act }) => act.id);
      for (const fluent of fluents) {
        for (const day of days) {
          const then = answerOf(record, fluent, day, from);
          const now = answerOf(record, fluent, day, to);
          if (JSON.stringify(then) === JSON.stringify(now)) continue;
          const text = known(world, fluent, day, to);
          const named = between.filter((id) => text.includes(`"${id}"`));
          const silent = JSON.stringify({ fluent, day: isoOf(day), then, now, between, text });
          ok(named.length > 0, silent);
        }
      }
    },
  );
