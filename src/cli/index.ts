/** The door of the command line: its table of commands, for the reference and for tests. */

export { type Command, commands, globals } from "./commands.ts";
