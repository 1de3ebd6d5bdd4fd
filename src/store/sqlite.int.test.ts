/** The driver on SQLite against the contract of the port, and what a file alone can go through. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storeContract } from "../../test/store-contract.ts";
import { sha256 } from "./sha256.ts";
import { sqliteStore } from "./sqlite.ts";

storeContract("SQLite", sha256, async () => {
  const folder = mkdtempSync(join(tmpdir(), "foedus-store-"));
  const open = async () => {
    const opened = await sqliteStore({ path: join(folder, "ledger.db"), hash: sha256 });
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    return opened.value;
  };
  const store = await open();
  const again = async () => {
    await store.close();
    return open();
  };
  return { store, again, remove: async () => rmSync(folder, { recursive: true }) };
});
