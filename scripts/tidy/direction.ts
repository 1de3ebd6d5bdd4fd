/**
 * The direction of imports, read by ourselves: a second check beside Biome's, which matches the
 * words of an import where this one resolves it.
 *
 * In:   one module of `src` or `web`.
 * Out:  a finding for each import that steps to the right, past a door, or out of a pure room.
 */
import { posix } from "node:path";
import type { Source } from "./finding.ts";
import { codeLines, type Finding, isModule, pureRooms, roomOf, servesTests } from "./finding.ts";

const pure: readonly string[] = pureRooms;

const leftOf = (room: string): readonly string[] => {
  if (room === "store") return ["base", "ledger"];
  return pure.includes(room) ? pure.slice(0, pure.indexOf(room)) : pure;
};

const isEntry = (path: string): boolean => /^src\/(api|cli)\/(.*\/)?main[^/]*\.ts$/.test(path);
const spansRooms = (path: string): boolean => /\.(int|e2e)\.test\.ts$/.test(path);

type Import = { readonly line: number; readonly name: string };

/** `from "x"`, `import "x"` and `import("x")`, which is all that our modules use. */
const importsOf = (text: string): readonly Import[] =>
  codeLines(text).flatMap((code, index) =>
    [...code.matchAll(/(?:^|[^\w.])(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => ({
      line: index + 1,
      name: match[1] ?? "",
    })),
  );

const throughDoor = (path: string, room: string, name: string): string | undefined => {
  const [to, inner] = name.slice(1).split("/");
  if (to === undefined || to === room) return "inside a room, import by file";
  if (inner === "testing" && !servesTests(path)) return "builders for tests are for tests only";
  if (leftOf(room).includes(to)) return undefined;
  if (isEntry(path)) return undefined;
  if (name === "#api/contract" && room === "cli") return undefined;
  return `${room} may not import ${to}: it does not stand to its left`;
};

const byFile = (path: string, room: string, name: string): string | undefined => {
  const target = posix.join(posix.dirname(path), name);
  if (target.startsWith("web/") || target.startsWith("dist/web/")) return "nothing imports web";
  const to = roomOf(target);
  if (to !== undefined && to !== room) return `go through the door of ${to}: #${to}`;
  if (pure.includes(room) && to === undefined && !servesTests(path)) {
    return `${room} reads nothing outside the rooms`;
  }
  return undefined;
};

const fromRoom = (path: string, room: string, name: string): string | undefined => {
  if (name.startsWith("#")) return throughDoor(path, room, name);
  if (name.startsWith(".")) return byFile(path, room, name);
  if (name.startsWith("node:") && pure.includes(room) && !servesTests(path)) {
    return `${room} is pure: what ${name} gives comes in as an argument`;
  }
  if (name === "pg" && room !== "store") return "only store speaks to a database";
  return undefined;
};

/** What each part of the web may not reach. */
const apart: Readonly<Record<string, readonly string[]>> = {
  islands: ["pages"],
  parts: ["pages", "islands"],
};

const fromWeb = (path: string, name: string): string | undefined => {
  if (name.startsWith("#")) {
    const to = name.slice(1).split("/")[0] ?? "";
    const allowed = pure.includes(to) || name === "#api/contract";
    return allowed ? undefined : `web imports the pure rooms and #api/contract, not ${name}`;
  }
  if (name.startsWith("node:")) return "web reads nothing itself";
  if (!name.startsWith(".")) return undefined;
  const target = posix.join(posix.dirname(path), name);
  if (target.startsWith("src/")) return "go through the door of the room";
  const own = path.split("/")[1] ?? "";
  const to = target.split("/")[1] ?? "";
  return apart[own]?.includes(to) ? `${own} may not import ${to}` : undefined;
};

export const direction = ({ path, text }: Source): readonly Finding[] => {
  if (!isModule(path)) return [];
  const room = roomOf(path);
  const inWeb = path.startsWith("web/") && !servesTests(path);
  if ((room === undefined && !inWeb) || spansRooms(path)) return [];
  return importsOf(text).flatMap(({ line, name }) => {
    const what = room === undefined ? fromWeb(path, name) : fromRoom(path, room, name);
    return what === undefined ? [] : [{ path, line, what: `imports ${name}: ${what}` }];
  });
};
