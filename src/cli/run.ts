/**
 * Runs one command: reads the words, opens what is needed, answers, and gives the exit code.
 *
 * In:   the words as typed, and the world as `Io`.
 * Out:  an exit code: 0 answered, 1 the answer is no, 2 bad input (S-24).
 */

import { kinds } from "#record";
import {
  type Answer,
  ask,
  type Params,
  type Refused as QuestionRefused,
  type QuestionSpec,
  sceneOf,
  specOf,
} from "#rules";
import { openShown, refusalText, type Shown, tableOf, titlesIn, worded } from "#wording";
import { type Note, type Opened, openOrganization } from "#workflows";
import { type Call, languageOf, parse, type Refused } from "./args.ts";
import { charterCheck, type Done, recordCheck } from "./checks.ts";
import { completions, shells, type Vocabulary } from "./completions.ts";
import type { Io } from "./io.ts";
import { Unreachable } from "./log-url.ts";
import { backup, exportLog, importLog, portShown, restore, verifyCommand } from "./logs.ts";
import { answerText, type Exit, errorText, exits } from "./output.ts";
import { verifyReceipt } from "./receipts.ts";
import { witness } from "./witness.ts";
import { recordAdd, recordSync, textOf } from "./writing.ts";

/** Where there is no terminal, help keeps this width. */
const helpWidth = 100;

const shown = (refused: Refused | QuestionRefused, { language }: Pick<Call, "language">): Shown => {
  const { code, field, found, accepted } = refused;
  return { code, field, found, accepted, message: refusalText(refused, language) };
};

/** Notes go to standard error, each once and on a line of its own. */
const notesTo = (io: Io, { language }: Call): ((note: Note) => void) => {
  const told = new Set<string>();
  return (note) => {
    const text = refusalText(note, language);
    if (!told.has(text)) io.error(`foedus: ${text}\n`);
    told.add(text);
  };
};

/** The parameters of a question; where one is a file, its text takes the place of its path. */
const paramsOf = async (io: Io, call: Call, spec: QuestionSpec): Promise<Params | Shown> => {
  const params = new Map<string, readonly string[]>([...call.params, ["lang", [call.language]]]);
  for (const { name, form } of spec.options) {
    const [path, ...more] = params.get(name) ?? [];
    const isFile = form === "positions" || (form === "situation" && !isAddress(path ?? ""));
    if (!isFile || path === undefined || more.length > 0) continue;
    const text = await textOf(io, path, call, name);
    if (typeof text !== "string") return text;
    params.set(name, [text]);
  }
  return params;
};

/** A situation of the record, not a file; a file of such a name is `./situation/…`. */
const isAddress = (path: string): boolean => path.startsWith("situation/");

/** A verdict answers no where anything but a whole yes came of it (S-24). */
const exitOf = ({ command, answer }: Answer): Exit => {
  if (command !== "check") return exits.answered;
  const isClean = answer.readings.every(
    ({ validity, compliance }) =>
      validity === "effective" &&
      compliance.every(({ result }) => result === "complies" || result === "not-engaged"),
  );
  return isClean && !answer.capped ? exits.answered : exits.no;
};

const question = async (io: Io, call: Call): Promise<Done> => {
  const { command, language, org } = call;
  const spec = specOf(command.name);
  if (spec === undefined) throw new Error(`${command.name} is no question`);
  const params = await paramsOf(io, call, spec);
  if ("code" in params) return params;
  const opened = await openOrganization(io.ports(notesTo(io, call)), org, "read");
  if (!opened.ok) return openShown(opened.refusal, io.organizations(), language);
  const world = opened.value;
  try {
    const scene = sceneOf(world, spec, params);
    if (!scene.ok) return shown(scene.refusal, call);
    const answer = ask(world, command.name, params);
    if (!answer.ok) return shown(answer.refusal, call);
    const titles = titlesIn(scene.value, language);
    const body = worded(answer.value, world.pack, titles, language);
    const table = () => tableOf(answer.value, world.pack, titles, language);
    io.out(answerText(body, table, call, io.layout));
    return exitOf(answer.value);
  } finally {
    await world.store.close();
  }
};

const vocabularyOf = ({ org, pack, library }: Opened): Vocabulary => {
  const states = [...pack.states.keys()];
  const provisions = [...pack.provisions.keys()];
  const instruments = [...pack.instruments.keys()];
  const bodies = [...pack.bodies.keys()];
  const record = library.under({});
  const things = record.things(record.size()).map(({ id }) => id);
  return {
    org,
    states,
    provisions,
    subjects: [
      ...states.map((state) => `membership/${state}`),
      ...instruments.map((id) => `in-force/${id}`),
      ...provisions.map((id) => `provision/${id}`),
      ...bodies.flatMap((id) => [`body/${id}`, `chair/${id}`]),
      ...[...pack.forces.keys()].map((id) => `force/${id}`),
      ...things,
    ],
    sources: record.sources().map(({ id }) => id),
    actors: [...states, ...pack.others.keys(), ...bodies.map((id) => `body/${id}`)],
    bodies,
    relations: record.addresses("relation/").map((address) => address.slice("relation/".length)),
    series: things.filter((id) => id.startsWith("series/")),
    decisions: record
      .acts(record.size())
      .flatMap(({ act }) => (act.kind === "decision.put" ? act.id : [])),
    situations: record.addresses("situation/"),
  };
};

/** An organization that does not open has no words to offer; a note says so. */
const printCompletions = async (io: Io, call: Call): Promise<Done> => {
  const found = call.params.get("shell")?.[0] ?? "";
  const shell = shells.find((one) => one === found);
  const accepted = shells.join(", ");
  if (shell === undefined)
    return shown({ code: "cli.word", field: "shell", found, accepted }, call);
  const all: Vocabulary[] = [];
  for (const org of io.organizations()) {
    const opened = await openOrganization(io.ports(notesTo(io, call)), org, "read");
    if (!opened.ok) {
      io.error(errorText(openShown(opened.refusal, io.organizations(), call.language), false));
      continue;
    }
    all.push(vocabularyOf(opened.value));
    await opened.value.store.close();
  }
  io.out(completions(shell, all, [...kinds.keys()]));
  return exits.answered;
};

const highestPort = 65_535;

const serve = async (io: Io, call: Call): Promise<Done> => {
  const env: { [name: string]: string } = {};
  for (const name of ["host", "port"]) {
    const [value] = call.params.get(name) ?? [];
    if (value !== undefined) env[name.toUpperCase()] = value;
  }
  const port = env["PORT"] ?? "0";
  if (!/^(0|[1-9]\d{0,4})$/.test(port) || Number(port) > highestPort) {
    const accepted = `0 … ${highestPort}`;
    return shown({ code: "cli.number", field: "port", found: port, accepted }, call);
  }
  const code = await io.serve(env);
  return code === exits.answered || code === exits.badInput ? code : exits.bug;
};

const done = async (io: Io, call: Call): Promise<Done> => {
  switch (call.command.name) {
    case "charter check":
      return charterCheck(io, call);
    case "record check":
      return recordCheck(io, call);
    case "record sync":
      return recordSync(io, call, io.ports(notesTo(io, call)));
    case "record add":
      return recordAdd(io, call, io.ports(notesTo(io, call)));
    case "verify-receipt":
      return verifyReceipt(io, call, io.ports(notesTo(io, call)));
    case "verify":
      return verifyCommand(io, call, io.ports(notesTo(io, call)));
    case "witness":
      return witness(io, call);
    case "export log":
      return exportLog(io, call, io.ports(notesTo(io, call)));
    case "import log":
      return importLog(io, call);
    case "backup":
      return backup(io, call);
    case "restore":
      return restore(io, call);
    case "serve":
      return serve(io, call);
    case "completions":
      return printCompletions(io, call);
    default:
      return question(io, call);
  }
};

/** A log at an address that does not answer is no bug of ours. */
const reached = async (io: Io, call: Call): Promise<Done> => {
  try {
    return await done(io, call);
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return portShown({ code: "log.unreachable", path: error.url, found: error.message }, call);
  }
};

/** Runs the words after `foedus`. What it throws is a mistake of ours. */
export const run = async (argv: readonly string[], io: Io): Promise<Exit> => {
  const width = Number.isFinite(io.layout.width) ? io.layout.width : helpWidth;
  const parsed = parse(argv, { version: io.version, width });
  const json = argv.includes("--json");
  if (!parsed.ok) {
    io.error(errorText(shown(parsed.refusal, { language: languageOf(argv) }), json));
    return exits.badInput;
  }
  if (parsed.value.do === "print") {
    io.out(parsed.value.text);
    return exits.answered;
  }
  const result = await reached(io, parsed.value.call);
  if (typeof result === "number") return result;
  io.error(errorText(result, json));
  return exits.badInput;
};
