/**
 * The door of the command line: its table of commands for the reference, and a run of one command
 * for tests that need no process of their own.
 */

export { type Command, commands, globals } from "./commands.ts";
export { run } from "./run.ts";
export { worldOf } from "./world.ts";
