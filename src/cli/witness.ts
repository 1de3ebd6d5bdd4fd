/**
 * `witness`: follows a log from elsewhere, cosigns what continues, and raises an alarm.
 *
 * In:   where the log is shown, an address or a folder; the folder in which the witness keeps its
 *       own; the log's key as it came another way.
 * Out:  0 seen and cosigned, or stopped as asked; 1 an alarm, or files that are not whole; 2 the log
 *       could not be asked, or the folder not be used.
 *
 * What was seen is kept before it is told. An alarm is kept too, with both checkpoints, and stands
 * until a person has taken it away: a witness that has seen two histories signs neither.
 */

import { hex, utf8 } from "#base";
import {
  cosign,
  isKeyName,
  openCheckpoint,
  readNote,
  readTilePath,
  readVkey,
  type SignedCheckpoint,
  tilePath,
  tileWidth,
  type VerifierKey,
  vkeyText,
  writeNote,
} from "#ledger";
import { type Shown as Refusal, refusalText, wordsOf } from "#wording";
import {
  checkpointPath,
  filesUnder,
  type LogFault,
  type LogReader,
  look,
  type Shown,
  verifyLog,
  vkeyPath,
} from "#workflows";
import type { Call } from "./args.ts";
import type { Done } from "./checks.ts";
import type { Io, WitnessPlace } from "./io.ts";
import { Unreachable } from "./log-url.ts";
import { portShown, word } from "./logs.ts";
import { exits, jsonText } from "./output.ts";

const alarmPath = "alarm.json";
const defaultSeconds = "60";
const most = 86_400;

/** One witness at work. */
type Work = {
  readonly io: Io;
  readonly call: Call;
  readonly read: LogReader;
  readonly place: WitnessPlace;
  readonly log: VerifierKey;
};

const textIn = (place: WitnessPlace, path: string): string | undefined => {
  const bytes = place.read(path);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
};

/** Says one thing: one value in JSON, on one line where more will follow. */
const say = ({ io, call }: Pick<Work, "io" | "call">, body: object, sentence: string): void => {
  const isOnce = call.params.has("once");
  const json = isOnce ? jsonText(body) : `${JSON.stringify(body)}\n`;
  io.out(call.json ? json : `${sentence}\n`);
};

/** The log's key: as it was given, else as it was trusted before, else as the log itself shows it. */
const trusted = async (
  io: Io,
  call: Call,
  read: LogReader,
  place: WitnessPlace,
): Promise<VerifierKey | Refusal> => {
  const given = word(call, "key");
  const held = textIn(place, vkeyPath)?.trimEnd();
  const own = given ?? held;
  const shown = own === undefined ? await read(vkeyPath) : undefined;
  const line = own ?? new TextDecoder().decode(shown ?? new Uint8Array(0)).trimEnd();
  const key = readVkey(line, io.hash);
  const path = given === undefined ? vkeyPath : "--key";
  if (!key.ok) return portShown({ code: "log.vkey", path, found: key.refusal.code }, call);
  if (given !== undefined && held !== undefined && given !== held) {
    return portShown({ code: "witness.other-log", found: held }, call);
  }
  if (own === undefined) {
    io.error(`foedus: ${refusalText({ code: "witness.first-key", found: line }, call.language)}\n`);
  }
  const kept = place.keep(vkeyPath, utf8(`${vkeyText(key.value)}\n`));
  return kept.ok ? key.value : portShown(kept.refusal, call);
};

/** The last checkpoint that was cosigned. */
const lastOf = ({ io, place, log }: Work): SignedCheckpoint | undefined | "damaged" => {
  const note = textIn(place, checkpointPath);
  if (note === undefined) return undefined;
  const opened = openCheckpoint(note, log, { ...io, witnesses: [place.key] });
  return opened.ok ? opened.value : "damaged";
};

const faulty = (work: Work, fault: LogFault): Done => {
  const message = refusalText(fault, work.call.language);
  const { name } = work.log;
  say(work, { origin: name, cosigned: false, errors: [{ ...fault, message }] }, message);
  return exits.no;
};

/** Keeps the two checkpoints that accuse the log, and tells of them. */
const alarmed = (work: Work, is: "forked" | "rolled-back", shown: Shown): Done => {
  const { io, call, place, log } = work;
  const seen = textIn(place, checkpointPath) ?? "";
  const alarm = { is, at: io.now(), log: vkeyText(log), seen, shown: shown.note };
  const kept = place.keep(alarmPath, utf8(jsonText(alarm)));
  const told = { code: `witness.${is}`, origin: log.name, path: alarmPath };
  const message = refusalText(told, call.language);
  say(work, { origin: log.name, cosigned: false, alarm, errors: [{ ...told, message }] }, message);
  return kept.ok ? exits.no : portShown(kept.refusal, call);
};

/** Reads full tiles of the copy where they are there, and keeps what is read of the log. */
const copying =
  ({ read, place }: Work, isTrusting: boolean): LogReader =>
  async (path) => {
    const tile = readTilePath(path);
    if (tile === undefined) return read(path);
    const isFull = tile.width === tileWidth;
    const own = isTrusting && isFull ? place.read(tilePath(tile)) : undefined;
    if (own !== undefined) return own;
    const bytes = await read(path);
    if (bytes === undefined) return undefined;
    const kept = place.keep(path, bytes);
    if (!kept.ok) throw new Unkept(kept.refusal);
    return bytes;
  };

/** The copy cannot be kept; never leaves this file. */
class Unkept extends Error {
  readonly refusal: { readonly code: string };

  constructor(refusal: { readonly code: string }) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** What is wrong with a log that is seen for the first time, or of which a copy is kept. */
const wholeFault = async (work: Work, shown: Shown): Promise<LogFault | undefined> => {
  const { io, call, read, log } = work;
  const check = async (from: LogReader): Promise<LogFault | undefined> => {
    const means = { hash: io.hash, verify: io.verify, progress: io.progress() };
    return (await verifyLog(filesUnder(from, log, shown), means)).errors[0];
  };
  if (!call.params.has("copy")) return check(read);
  const fault = await check(copying(work, true));
  // A tile of the copy may have gone bad on our own disk: then the log's own counts, and mends it.
  return fault === undefined ? undefined : check(copying(work, false));
};

/** Cosigns a checkpoint, keeps it, and then tells of it. */
const cosigned = (work: Work, shown: Shown): Done => {
  const { io, call, place, log } = work;
  const note = readNote(shown.note);
  if (!note.ok) throw new Error(`a note that was opened: ${note.refusal.code}`);
  const { text, signatures } = note.value;
  const { name, id, sign } = place.key;
  const at = io.now();
  const bytes = cosign(Math.floor(Date.parse(at) / 1_000), text, sign);
  const others = signatures.filter((one) => one.name === log.name);
  const kept = place.keep(
    checkpointPath,
    utf8(writeNote({ text, signatures: [...others, { name, id, bytes }] })),
  );
  if (!kept.ok) return portShown(kept.refusal, call);
  const { origin, size } = shown.checkpoint;
  const root = hex(shown.checkpoint.root);
  const body = { origin, size, root, cosigned: true, by: name, at, errors: [] };
  say(work, body, wordsOf(call.language).sentences.cosigned(origin, size, root));
  return exits.answered;
};

/** Looks once. */
const turn = async (work: Work): Promise<Done> => {
  const { io, call, read, log } = work;
  const seen = lastOf(work);
  if (seen === "damaged") return portShown({ code: "witness.damaged", path: checkpointPath }, call);
  const sight = await look(read, log, seen, io);
  switch (sight.is) {
    case "unsound":
      return faulty(work, sight.fault);
    case "forked":
    case "rolled-back":
      return alarmed(work, sight.is, sight.shown);
    default: {
      const isCopied = call.params.has("copy");
      const isNew = sight.is !== "same";
      const isWhole = sight.is === "first" || (isCopied && isNew);
      const fault = isWhole ? await wholeFault(work, sight.shown) : undefined;
      if (fault !== undefined) return faulty(work, fault);
      if (isNew || call.params.has("once")) return cosigned(work, sight.shown);
      return exits.answered;
    }
  }
};

const secondsOf = (call: Call): number | Refusal => {
  const found = word(call, "every") ?? defaultSeconds;
  const seconds = Number(found);
  if (/^[1-9]\d{0,4}$/.test(found) && seconds <= most) return seconds;
  return portShown({ code: "cli.number", field: "every", found, accepted: `1 … ${most}` }, call);
};

/** Looks again and again until it is stopped, or must not go on. */
const follow = async (work: Work, seconds: number): Promise<Done> => {
  const { io, call } = work;
  const stop = io.stop();
  for (;;) {
    try {
      const done = await turn(work);
      if (call.params.has("once") || done !== exits.answered) return done;
    } catch (error) {
      if (error instanceof Unkept) return portShown(error.refusal, call);
      if (call.params.has("once") || !(error instanceof Unreachable)) throw error;
      const told = { code: "log.unreachable", path: error.url, found: error.message };
      io.error(`foedus: ${refusalText(told, call.language)}\n`);
    }
    await io.pause(seconds * 1_000, stop);
    if (stop.aborted) return exits.answered;
  }
};

export const witness = async (io: Io, call: Call): Promise<Done> => {
  const seconds = secondsOf(call);
  if (typeof seconds !== "number") return seconds;
  const name = word(call, "name");
  if (name !== undefined && !isKeyName(name)) {
    return portShown({ code: "witness.name", found: name }, call);
  }
  const opened = io.witness(word(call, "dir") ?? "", name);
  if (!opened.ok) return portShown(opened.refusal, call);
  const place = opened.value;
  try {
    if (place.read(alarmPath) !== undefined) {
      const told = { code: "witness.alarmed", path: alarmPath };
      say({ io, call }, { cosigned: false, errors: [told] }, refusalText(told, call.language));
      return exits.no;
    }
    const read = io.logIn(word(call, "log") ?? "");
    const log = await trusted(io, call, read, place);
    if ("code" in log) return log;
    return await follow({ io, call, read, place, log }, seconds);
  } finally {
    place.close();
  }
};
