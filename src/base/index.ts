/**
 * The door of the base room: words that everyone shares.
 *
 * `calendar.ts` stands here too, though it needs Temporal when called: browsers that only count
 * days import `day.ts` through this door and never call it.
 */

export * from "./calendar.ts";
export * from "./canonical.ts";
export * from "./day.ts";
export * from "./hash.ts";
export * from "./id.ts";
export * from "./instant.ts";
export * from "./result.ts";
export type { JsonRefusal } from "./scan.ts";
export * from "./some.ts";
export * from "./text.ts";
export * from "./when.ts";
