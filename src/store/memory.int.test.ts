/** The driver in memory against the contract of the port. */
import { storeContract } from "../../test/store-contract.ts";
import { memoryStore } from "./memory.ts";
import { sha256 } from "./sha256.ts";

storeContract("memory", sha256, async () => ({
  store: memoryStore(sha256),
  remove: async () => {},
}));
