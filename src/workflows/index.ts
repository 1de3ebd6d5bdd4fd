/** The door of the workflows: records checked and followed, acts entered, organizations opened. */

export { type Added, type AddInput, type AddRefusal, addActs, addPlan } from "./add.ts";
export { checkRecords, type RecordCheck } from "./check.ts";
export {
  type LogFault,
  type LogMeans,
  type LogReport,
  logPaths,
  logTexts,
  verifyLog,
} from "./log-check.ts";
export { checkpointPath, type LogReader, type LogStore, logFiles, vkeyPath } from "./log-files.ts";
export { type Opened, type OpenRefusal, openOrganization } from "./open.ts";
export { coreDeeds, type LoadedPack, type PackRefusal, packOf } from "./pack.ts";
export type { Mode, Note, PortRefusal, Ports, Tree } from "./ports.ts";
export { releaseRoot } from "./root.ts";
export { type LedgerState, stateOf } from "./state.ts";
export { type SyncCounts, type SyncInput, type SyncPlan, syncPlan } from "./sync.ts";
export { filesUnder, look, type Shown, type Sight, type WitnessMeans } from "./witness.ts";
