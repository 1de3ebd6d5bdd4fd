/**
 * The steps of an append in their order, each told as it is reached.
 *
 * Nothing listens in a running program. A test does, and kills the process, breaks the disk or
 * flips a bit there: what is promised must hold from every one of them.
 */

export const steps = [
  "received", // The submissions of a group are taken from the queue.
  "begun", // The transaction has begun.
  "inserted", // Every entry that may enter stands in the transaction.
  "intended", // The head to be signed stands there too.
  "committed", // All of that is on the disk.
  "reread", // The entries were read again through a connection of its own, and hashed.
  "signed", // The checkpoint is signed, in memory.
  "written", // It stands in its file, perhaps not yet on the disk.
  "published", // It is on the disk.
  "acknowledged", // Whoever waits is told.
] as const;

/** Of a ledger in a shared database: there the checkpoint is also announced to those who follow. */
export const sharedSteps = [...steps.slice(0, -1), "announced", "acknowledged"] as const;

export type Step = (typeof steps)[number] | "announced";

export type Observe = (step: Step) => void;

export const unobserved: Observe = () => undefined;
