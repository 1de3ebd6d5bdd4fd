/**
 * The canonical document of a pack: the values of its files by path. Each file's own schema judges
 * what stands within.
 */

import * as z from "zod";
import type { Json } from "#base";
import { keys, word } from "./words.ts";

const fileForm = "{ path: { … } }";

export const documentSchema = keys({
  format: word("foedus-pack/0"),
  files: z.record(
    z.string(),
    z.custom<Json>((value) => typeof value === "object" && value !== null, { error: fileForm }),
    { error: fileForm },
  ),
});
