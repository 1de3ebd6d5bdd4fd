/** The door of the ledger: acts in their envelope, entries as exact bytes, the root, the port. */
export { checkAct } from "./check.ts";
export type { Entry, EntryRefusal, Signed } from "./entry.ts";
export {
  actBytesLimit,
  entryBytes,
  entryBytesLimit,
  readEntry,
  signEntry,
  signedOf,
  writeEntry,
} from "./entry.ts";
export type {
  Act,
  AssertedAct,
  Basis,
  By,
  Claim,
  Confidence,
  Difference,
  Fields,
  Ground,
  GroundRule,
  PerformedAct,
  Preferred,
  Standing,
  Under,
  Version,
} from "./envelope.ts";
export {
  bases,
  confidences,
  differences,
  groundRules,
  noClaim,
  registrar,
  standings,
} from "./envelope.ts";
export type { KeyAct, KeyReason, KeyRole } from "./key-acts.ts";
export { keyReasons, keyRoles, readKeyAct } from "./key-acts.ts";
export type { HeldKey, KeyRing, SignatureRefusal } from "./keys.ts";
export { judgeEntry, keyRingOf, noKeys, registrarKeys } from "./keys.ts";
export { base64, fromBase64 } from "./log/base64.ts";
export { bundleBytes, readBundle } from "./log/bundle.ts";
export type { Certificate, CertificateRefusal } from "./log/certificate.ts";
export { certificateText, openCertificate, readCertificate } from "./log/certificate.ts";
export type { Checkpoint, CheckpointRefusal, SignedCheckpoint } from "./log/checkpoint.ts";
export {
  checkpointText,
  openCheckpoint,
  readCheckpoint,
  signCheckpoint,
} from "./log/checkpoint.ts";
export { cosign, readCosignature } from "./log/cosignature.ts";
export type {
  KeyType,
  Sign,
  SigningKey,
  VerifierKey,
  Verify,
  VkeyRefusal,
} from "./log/key.ts";
export { isKeyName, keyTypes, readVkey, verifierKey, vkeyText } from "./log/key.ts";
export type { Note, NoteRefusal, NoteSignature, OpenedNote } from "./log/note.ts";
export { noteBytesLimit, openNote, readNote, signatureOf, writeNote } from "./log/note.ts";
export { verifyConsistency, verifyInclusion } from "./log/proof.ts";
export type { Subtrees } from "./log/prove.ts";
export {
  consistencyProof,
  inclusionProof,
  rootAt,
  subtreesOfLeaves,
  subtreesOfTiles,
} from "./log/prove.ts";
export type { Submission } from "./log/submission.ts";
export { readSubmission, submissionText } from "./log/submission.ts";
export type { Tile } from "./log/tile.ts";
export {
  bundlesOf,
  readTile,
  readTilePath,
  tileBytes,
  tilePath,
  tilesOf,
  tileWidth,
  widthIn,
} from "./log/tile.ts";
export type { Frontier } from "./merkle.ts";
export { emptyFrontier, leafHash, nodeHash, rootOf } from "./merkle.ts";
export type { Order, OrderRefusal } from "./order.ts";
export { orderOf } from "./order.ts";
export type { AppendRefusal, Head, More, Receipt, Store } from "./port.ts";
export type { Payload, Seal } from "./seal.ts";
export { isSeal, sealOf, sealsIn } from "./seal.ts";
export type { EnvelopeCode, Fault } from "./shape.ts";
export type { ActSignature, ActSigner } from "./signature.ts";
export { actMessage, signAct } from "./signature.ts";
