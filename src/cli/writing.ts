/**
 * `record sync` and `record add`: what enters the ledger, and the counts of it.
 */

import { hex, utf8 } from "#base";
import { mostFileBytes } from "#charter";
import { openShown, refusalText, type Shown, wordsOf } from "#wording";
import { addActs, openOrganization, type Ports } from "#workflows";
import type { Call } from "./args.ts";
import type { Done } from "./checks.ts";
import type { Io } from "./io.ts";
import { exits, jsonText } from "./output.ts";

export const recordSync = async (io: Io, call: Call, ports: Ports): Promise<Done> => {
  const { org, language } = call;
  const opened = await openOrganization(ports, org, "write", "record sync");
  if (!opened.ok) return openShown(opened.refusal, io.organizations(), language);
  const { store, counts } = opened.value;
  try {
    const size = await store.size();
    const root = await store.root();
    const { sentences } = wordsOf(language);
    const releases = counts?.releases ?? [];
    const entered = releases.reduce((sum, { entries }) => sum + entries, 0);
    const acts = counts?.acts ?? 0;
    const sources = counts?.sources ?? 0;
    const lines = [
      sentences.synced(org, entered, acts, sources, entered - acts - sources),
      ...(counts?.corrected ?? []).map(sentences.corrected),
      ...(counts?.retracted ?? []).map(sentences.retracted),
      sentences.holds(size, root),
    ];
    io.out(call.json ? jsonText({ org, entered, ...counts, size, root }) : `${lines.join("\n")}\n`);
    return exits.answered;
  } finally {
    await store.close();
  }
};

/** Text of a file, or why it is none; `field` is the word or the flag that names it. */
export const textOf = async (
  io: Io,
  path: string,
  { language }: Call,
  field = "file",
): Promise<string | Shown> => {
  const shown = (code: string, accepted: string, found = path): Shown => {
    const refused = { code, field, found, accepted };
    return { ...refused, message: refusalText(refused, language) };
  };
  const bytes = await io.readFile(path);
  if (bytes === undefined) return shown("cli.not-readable", "FILE, -");
  if (bytes.length > mostFileBytes) {
    return shown(
      "file.too-large",
      `<= ${mostFileBytes} bytes`,
      `${path}, > ${mostFileBytes} bytes`,
    );
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return hex(utf8(text.toWellFormed())) === hex(bytes) ? text : shown("cli.not-utf-8", "UTF-8");
};

export const recordAdd = async (io: Io, call: Call, ports: Ports): Promise<Done> => {
  const path = call.params.get("file")?.[0] ?? "";
  const text = await textOf(io, path, call);
  if (typeof text !== "string") return text;
  const { org, language } = call;
  const done = await addActs(ports, org, path === "-" ? "stdin" : path, text);
  if (!done.ok) return openShown(done.refusal, io.organizations(), language);
  const { sentences } = wordsOf(language);
  const { added, size, root } = done.value;
  const lines = [
    ...added.map(({ id, seq }) => sentences.entered(id, seq)),
    sentences.holds(size, root),
  ];
  io.out(call.json ? jsonText({ org, added, size, root }) : `${lines.join("\n")}\n`);
  return exits.answered;
};
