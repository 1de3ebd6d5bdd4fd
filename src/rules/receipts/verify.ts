/**
 * Receipts verified offline: the same law, the same ledger, the question put again, the bytes
 * compared.
 *
 * In:   a world; a text that is a receipt, or an answer that holds some.
 * Out:  for each receipt whether it holds, and where not, what it says and what came.
 *
 * What cannot be run again is no lie: a receipt of another pack, engine or ledger is told apart by
 * the field in which it differs. Only where those agree is the reasoning made anew.
 */

import { canonical, type Json, ok, type Result, readJson, refuse } from "#base";
import type { Answer } from "../answers.ts";
import { bad, type Params, type Refused } from "../params.ts";
import type { World } from "../question.ts";
import { engine } from "./anchor.ts";
import { hashOf, type Receipt, traceFormat } from "./receipt.ts";
import { type ReceiptRead, receiptSchema } from "./schema.ts";

export type Differs = { readonly field: string; readonly says: string; readonly found: string };

export type ReceiptVerified = {
  readonly hash: string;
  readonly question: string; // `verdict crrf.decision-2009-06`
  readonly reading: { readonly [axis: string]: string };
  readonly holds: boolean;
  readonly differs: readonly Differs[];
};

export type ReceiptsVerified = {
  readonly org: string;
  readonly holds: boolean;
  readonly receipts: readonly ReceiptVerified[];
};

type Ask = (world: World, command: string, params: Params) => Result<Answer, Refused>;

/** Receipts in a value, at whatever depth, in the order in which they stand. */
const receiptsIn = (value: Json): readonly Json[] => {
  if (typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value) && Reflect.get(value, "format") === traceFormat) return [value];
  return Object.values(value).flatMap(receiptsIn);
};

/** The receipts of a text; refused where there is none, or one is none of the form. */
export const readReceipts = (
  field: string,
  text: string,
): Result<readonly ReceiptRead[], Refused> => {
  const json = readJson(text);
  if (!json.ok) return refuse(bad(`${field}${json.refusal.at}`, json.refusal.code, "", "JSON"));
  const found = receiptsIn(json.value);
  if (found.length === 0) {
    return refuse(bad(field, "receipt.none", "", `{ "format": "${traceFormat}", … }`));
  }
  const read: ReceiptRead[] = [];
  for (const one of found) {
    const parsed = receiptSchema.safeParse(one);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const at = issue?.path.map((step) => `/${String(step)}`).join("") ?? "";
      return refuse(bad(`${field}${at}`, "receipt.form", issue?.message ?? "", traceFormat));
    }
    read.push(parsed.data);
  }
  return ok(read);
};

const commands = { verdict: "check", outcome: "decide", duties: "duties" } as const;

/** The question of a receipt as the parameters that put it. */
const paramsOf = ({ question, on, known, lens, level }: ReceiptRead): Params => {
  const said: readonly (readonly [string, string | undefined])[] = [
    ["on", on],
    ["known", known],
    ["published-by", lens["published-by"]],
    ["according-to", lens["according-to"]?.join(",")],
    ["trace", level === 2 ? "nodes" : "norms"],
    ...(question.kind === "verdict"
      ? ([["act", question.act]] as const)
      : question.kind === "outcome"
        ? ([
            ["body", question.body],
            ["positions", JSON.stringify(question.positions)],
          ] as const)
        : ([["situation", JSON.stringify(question.situation)]] as const)),
  ];
  return new Map(said.flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]]])));
};

/** Where a receipt was made elsewhere: by another engine, under another law, from another ledger. */
const originOf = (world: World, receipt: ReceiptRead): readonly Differs[] => {
  const { pack, anchor, library } = world;
  const { ledger } = receipt;
  const { hash: _, ...whole } = receipt;
  const head = ledger.size > library.size() ? `#${library.size()}` : anchor.headAt(ledger.size);
  const all: readonly Differs[] = [
    { field: "hash", says: receipt.hash, found: hashOf(whole, { world }) },
    { field: "org", says: receipt.org, found: world.org },
    { field: "engine/version", says: receipt.engine.version, found: engine.version },
    { field: "pack/id", says: receipt.pack.id, found: pack.id },
    { field: "pack/version", says: receipt.pack.version, found: pack.version },
    { field: "pack/hash", says: receipt.pack.hash, found: anchor.packHash },
    { field: "known", says: receipt.known, found: `#${ledger.size}` },
    { field: "ledger/head", says: ledger.head, found: head },
  ];
  return all.filter(({ says, found }) => says !== found);
};

const madeAnew = ({ command, answer }: Answer): readonly Receipt[] => {
  if (command === "check" || command === "decide") return answer.readings.map(({ trace }) => trace);
  if (command !== "duties") return [];
  return answer.readings.length > 0
    ? answer.readings.map(({ receipt }) => receipt)
    : [answer.receipt];
};

/** The fields in which two receipts differ, each shown as far as a line holds. */
const differences = (says: object, found: object): readonly Differs[] => {
  const most = 200;
  const text = (one: object, field: string): string => {
    const value: Json | undefined = Reflect.get(one, field);
    return value === undefined ? "" : canonical(value).slice(0, most);
  };
  const whole = (one: object, field: string) => canonical(Reflect.get(one, field) ?? null);
  const fields = [...new Set([...Object.keys(says), ...Object.keys(found)])].sort();
  return fields
    .filter((field) => field !== "hash" && whole(says, field) !== whole(found, field))
    .map((field) => ({ field, says: text(says, field), found: text(found, field) }));
};

const verified = (world: World, ask: Ask, receipt: ReceiptRead): readonly Differs[] => {
  const origin = originOf(world, receipt);
  if (origin.length > 0) return origin;
  const answer = ask(world, commands[receipt.question.kind], paramsOf(receipt));
  if (!answer.ok) {
    const { field, code, found } = answer.refusal;
    return [{ field: `question/${field}`, says: found, found: code }];
  }
  const reading = canonical(receipt.reading);
  const again = madeAnew(answer.value).find((one) => canonical(one.reading) === reading);
  if (again === undefined) return [{ field: "reading", says: reading, found: "" }];
  return differences(receipt, again);
};

const questionText = ({ question }: ReceiptRead): string => {
  if (question.kind === "verdict") return `verdict ${question.act}`;
  return question.kind === "outcome"
    ? `outcome ${question.body}`
    : `duties ${String(question.situation["id"] ?? question.situation.victim)}`;
};

export const verifyReceipts = (
  world: World,
  receipts: readonly ReceiptRead[],
  ask: Ask,
): ReceiptsVerified => {
  const rows = receipts.map((receipt): ReceiptVerified => {
    const differs = verified(world, ask, receipt);
    const { hash, reading } = receipt;
    return {
      hash,
      question: questionText(receipt),
      reading,
      holds: differs.length === 0,
      differs,
    };
  });
  return { org: world.org, holds: rows.every(({ holds }) => holds), receipts: rows };
};
