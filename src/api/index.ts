/** The door of the HTTP interface: the app for whoever serves it, its tables for docs and tests. */

export { makeApp } from "./app.ts";
export { type Asset, type Assets, assetsOf } from "./assets.ts";
export type { AppPorts, Organization } from "./ports.ts";
export { statuses } from "./problem.ts";
