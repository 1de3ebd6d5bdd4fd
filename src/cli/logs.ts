/**
 * `verify`, `export log`, `import log`, `backup`, `restore`: a ledger shown to others, and kept.
 *
 * Out:  what `verify` finds wrong is its answer: it stands on standard output, and the exit says no
 *       (S-24). What was written or restored is told with size and root.
 */

import { hex } from "#base";
import { readEntry } from "#ledger";
import { openShown, refusalText, type Shown, wordsOf } from "#wording";
import {
  type LogReader,
  type LogReport,
  logFiles,
  logPaths,
  logTexts,
  openOrganization,
  type PortRefusal,
  type Ports,
  verifyLog,
  vkeyPath,
} from "#workflows";
import type { Call } from "./args.ts";
import type { Done } from "./checks.ts";
import type { Io } from "./io.ts";
import { exits, jsonText } from "./output.ts";

export const portShown = (refusal: PortRefusal, { language }: Call): Shown => {
  const { code, ...told } = refusal;
  const found = String(told["found"] ?? told["path"] ?? "");
  const message = refusalText({ ...told, code }, language);
  return { code, field: "", found, accepted: "", message };
};

export const word = ({ params }: Call, name: string): string | undefined => params.get(name)?.[0];

/** Opens an organization's store to read, and lets go of it whatever happens. */
const withStore = async (
  io: Io,
  call: Call,
  ports: Ports,
  work: (read: LogReader, size: number) => Promise<Done>,
): Promise<Done> => {
  const opened = await openOrganization(ports, call.org, "read", call.command.name);
  if (!opened.ok) return openShown(opened.refusal, io.organizations(), call.language);
  const { store } = opened.value;
  try {
    return await work(logFiles(store, io.hash), await store.size());
  } finally {
    await store.close();
  }
};

const told = (io: Io, call: Call, report: LogReport): Done => {
  const { sentences } = wordsOf(call.language);
  const errors = report.errors.map((error) => ({
    ...error,
    message: refusalText(error, call.language),
  }));
  const { origin, size, root, signatures, vkey } = report;
  const fine = sentences.verified(origin ?? "", size, root ?? "", signatures);
  const lines = errors.length === 0 ? [fine, vkey ?? ""] : errors.map(({ message }) => message);
  io.out(call.json ? jsonText({ ...report, errors }) : `${lines.join("\n")}\n`);
  return errors.length === 0 ? exits.answered : exits.no;
};

/** The ledger of the organization, or a log that stands elsewhere: in a folder, at an address. */
export const verifyCommand = async (io: Io, call: Call, ports: Ports): Promise<Done> => {
  const means = { hash: io.hash, verify: io.verify, progress: io.progress() };
  const vkey = word(call, "key");
  const wanted = { ...means, ...(vkey !== undefined && { vkey }) };
  const dir = word(call, "dir");
  if (dir !== undefined) return told(io, call, await verifyLog(io.logIn(dir), wanted));
  return withStore(io, call, ports, async (read) => told(io, call, await verifyLog(read, wanted)));
};

/** Writes the log into a folder; one that holds another log is left alone. */
export const exportLog = async (io: Io, call: Call, ports: Ports): Promise<Done> =>
  withStore(io, call, ports, async (read) => {
    const dir = word(call, "dir") ?? "";
    const progress = io.progress();
    const report = await verifyLog(read, { hash: io.hash, verify: io.verify });
    if (report.errors.length > 0) return told(io, call, report);
    const there = await io.logIn(dir)(vkeyPath);
    const own = await read(vkeyPath);
    if (there !== undefined && hex(there) !== hex(own ?? new Uint8Array(0))) {
      return portShown({ code: "export.other-log", path: dir }, call);
    }
    const paths = logPaths(report.size);
    for (const [done, path] of paths.entries()) {
      const bytes = await read(path);
      if (bytes === undefined) throw new Error(`the log has no ${path}`);
      if (!(await io.writeLog(dir, path, bytes))) {
        return portShown({ code: "cli.not-writable", path: dir }, call);
      }
      progress(done + 1, paths.length);
    }
    const { origin, size, root } = report;
    const { sentences } = wordsOf(call.language);
    const body = { dir, origin, size, root, files: paths.length };
    const text = sentences.exported(dir, size, root ?? "", paths.length);
    io.out(call.json ? jsonText(body) : `${text}\n`);
    return exits.answered;
  });

type Copied = { readonly origin: string; readonly size: number; readonly root: string };

const copied = (io: Io, call: Call, { origin, size, root }: Copied): Done => {
  const { sentences } = wordsOf(call.language);
  const say = call.command.name === "backup" ? sentences.backedUp : sentences.restored;
  const text = say(origin, size, root);
  io.out(call.json ? jsonText({ org: call.org, origin, size, root }) : `${text}\n`);
  return exits.answered;
};

/** Whose acts these are, of a log that was verified; nobody's where there are none. */
const ownerOf = ([first = ""]: readonly string[]): string | undefined => {
  const entry = readEntry(first);
  return entry.ok ? entry.value.act.org : undefined;
};

export const importLog = async (io: Io, call: Call): Promise<Done> => {
  const path = word(call, "dir") ?? "";
  const read = io.logIn(path);
  const means = { hash: io.hash, verify: io.verify, progress: io.progress() };
  const report = await verifyLog(read, means);
  const note = await read("checkpoint");
  if (report.errors.length > 0 || note === undefined || report.vkey === null) {
    return told(io, call, report);
  }
  const checkpoint = new TextDecoder().decode(note);
  const texts = await logTexts(read, report.size);
  const owner = ownerOf(texts);
  if (owner !== undefined && owner !== call.org) {
    return portShown({ code: "store.other-org", path, found: owner }, call);
  }
  const done = await io.importLog(call.org, { vkey: report.vkey, checkpoint, texts });
  return done.ok ? copied(io, call, done.value) : portShown(done.refusal, call);
};

export const backup = async (io: Io, call: Call): Promise<Done> => {
  const done = await io.backup(call.org, word(call, "file") ?? "");
  return done.ok ? copied(io, call, done.value) : portShown(done.refusal, call);
};

export const restore = async (io: Io, call: Call): Promise<Done> => {
  const done = await io.restore(call.org, word(call, "file") ?? "");
  return done.ok ? copied(io, call, done.value) : portShown(done.refusal, call);
};
