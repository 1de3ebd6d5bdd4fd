/** The door of the store: drivers for the ledger's port, and the SHA-256 of Node. */

export type { Copied, ReadLog } from "./backup.ts";
export { type Disk, type DiskOptions, disk } from "./disk.ts";
export { type KeyPair, keyPairOf, newKeyText, readKeyText, verifyEd25519 } from "./ed25519.ts";
export type { Held, Lock } from "./lock.ts";
export { takeLock } from "./lock.ts";
export { memoryStore } from "./memory.ts";
export { isDatabaseUrl } from "./postgres/ledgers.ts";
export type { PostgresOptions } from "./postgres/postgres.ts";
export { postgresStore } from "./postgres/postgres.ts";
export type { StoreErrorCode, StoreRefusal } from "./refusal.ts";
export { StoreError, worldFault } from "./refusal.ts";
export { sha256 } from "./sha256.ts";
export type { SqliteOptions } from "./sqlite.ts";
export { sqliteStore } from "./sqlite.ts";
export { type Observe, type Step, sharedSteps, steps } from "./steps.ts";
export { type WitnessPlace, witnessPlace } from "./witness-place.ts";
