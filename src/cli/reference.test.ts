import { expect, test } from "vitest";
import { referenceText } from "./reference.ts";

test("docs/reference/cli.md says what the program's own table says", async () => {
  await expect(referenceText()).toMatchFileSnapshot("../../docs/reference/cli.md");
});
