/**
 * `charter check` and `record check`: what is wrong with the files of a folder, wherever it lies.
 *
 * Out:  the errors are the answer: they stand on standard output, and the exit says no (S-24).
 */

import { type Located, loadPack, packHash } from "#charter";
import { type CasesRun, runCases } from "#rules";
import { locatedText, openShown, refusalText, type Shown, wordsOf } from "#wording";
import { checkRecords, coreDeeds, packOf } from "#workflows";
import type { Call } from "./args.ts";
import type { Io } from "./io.ts";
import { type Exit, exits, jsonText } from "./output.ts";

export type Done = Exit | Shown;

const messages = (errors: readonly Located[], { language }: Call) =>
  errors.map((error) => ({
    file: error.file,
    line: error.line,
    column: error.column,
    code: error.code,
    message: locatedText(error, language),
  }));

const folderOf = ({ params }: Call): string => params.get("dir")?.[0] ?? "";

const notReadable = (field: string, found: string, accepted: string, { language }: Call): Shown => {
  const refused = { code: "cli.not-readable", field, found, accepted };
  return { ...refused, message: refusalText(refused, language) };
};

/** Prints the result of a check: as JSON, or a line an error and a line of summary. */
const told = (
  io: Io,
  call: Call,
  body: { readonly errors: ReturnType<typeof messages> },
  fine: string,
): Exit => {
  const { errors } = body;
  const lines = errors.map((one) => `${one.file}:${one.line}:${one.column}: ${one.message}\n`);
  const { errorsFound } = wordsOf(call.language).sentences;
  const summary = `${errors.length === 0 ? fine : errorsFound(errors.length)}\n`;
  io.out(call.json ? jsonText(body) : `${lines.join("")}${summary}`);
  return errors.length === 0 ? exits.answered : exits.no;
};

const none = { total: 0, covered: 0 };

/** Worked cases that do not come out as written: each an error at its file. */
const failing = (run: CasesRun | undefined): readonly Located[] =>
  (run?.cases ?? []).flatMap(({ id, file, failures }) =>
    failures.slice(0, 1).map((found) => {
      const code = "case.fails";
      return { file, line: 1, column: 1, at: "", code, found: `${id}: ${found}`, accepted: id };
    }),
  );

export const charterCheck = (io: Io, call: Call): Done => {
  const files = io.readFolder(folderOf(call));
  if (files === undefined) return notReadable("dir", folderOf(call), "charters/csto", call);
  const loaded = loadPack(files, coreDeeds);
  const pack = loaded.ok ? loaded.value : undefined;
  const hash = pack === undefined ? null : packHash(pack, io.hash);
  const cases = pack === undefined ? undefined : runCases(pack);
  const { checkedPack } = wordsOf(call.language).sentences;
  const body = {
    pack: pack?.id ?? null,
    hash,
    errors: messages(loaded.ok ? failing(cases) : loaded.refusal, call),
    norms: cases?.norms ?? none,
    leaves: cases?.leaves ?? none,
  };
  return told(io, call, body, checkedPack(pack?.id ?? "", pack?.version ?? "", hash ?? ""));
};

/** The pack that judges a folder: the one named, else that of the folder's own name. */
const orgOf = (io: Io, call: Call): string => {
  if (call.isOrgNamed) return call.org;
  const name =
    folderOf(call)
      .split("/")
      .findLast((part) => part !== "" && part !== ".") ?? "";
  return io.organizations().includes(name) ? name : call.org;
};

export const recordCheck = async (io: Io, call: Call): Promise<Done> => {
  const files = io.readFolder(folderOf(call));
  if (files === undefined) return notReadable("dir", folderOf(call), "records/csto", call);
  const ports = { ...io.ports(() => undefined), writeCache: async () => undefined };
  const loaded = await packOf(ports, orgOf(io, call));
  if (!loaded.ok) return openShown(loaded.refusal, io.organizations(), call.language);
  const { acts, errors } = checkRecords(files, loaded.value.pack);
  const body = { acts, errors: messages(errors, call) };
  return told(io, call, body, wordsOf(call.language).sentences.checkedRecord(acts));
};
