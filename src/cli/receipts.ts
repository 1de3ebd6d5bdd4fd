/**
 * `verify-receipt`: a receipt's question put again, offline, and the bytes compared.
 *
 * Exit 0 where every receipt of the file holds, 1 where one does not: then what it says and what was
 * found stand beside each other.
 */

import { readReceipts, verifyReceipts } from "#rules";
import { openShown, receiptsTable, refusalText, type Shown, wordsOf } from "#wording";
import { openOrganization, type Ports } from "#workflows";
import type { Call } from "./args.ts";
import type { Done } from "./checks.ts";
import type { Io } from "./io.ts";
import { answerText, exits } from "./output.ts";
import { textOf } from "./writing.ts";

export const verifyReceipt = async (io: Io, call: Call, ports: Ports): Promise<Done> => {
  const { language } = call;
  const text = await textOf(io, call.params.get("file")?.[0] ?? "", call);
  if (typeof text !== "string") return text;
  const read = readReceipts("file", text);
  if (!read.ok) return { ...read.refusal, message: refusalText(read.refusal, language) } as Shown;
  // A receipt names its organization; whoever names another is shown that they differ.
  const org = call.isOrgNamed ? call.org : (read.value[0]?.org ?? call.org);
  const opened = await openOrganization(ports, org, "read");
  if (!opened.ok) return openShown(opened.refusal, io.organizations(), language);
  const world = opened.value;
  try {
    const verified = verifyReceipts(world, read.value);
    const { yes, no } = wordsOf(language);
    const tongue = { pack: world.pack, titleOfAct: (id: string) => id, language };
    io.out(answerText(verified, () => receiptsTable(verified, tongue, yes, no), call, io.layout));
    return verified.holds ? exits.answered : exits.no;
  } finally {
    await world.store.close();
  }
};
