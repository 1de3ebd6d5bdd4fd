/**
 * Runs the conformance suite and closes with `N passed, N failed`: `npm run conformance`.
 *
 * In:   conformance/base, and a folder `NN-name` for each point.
 * Out:  a line for each point that fails, with what differs; exit code 1 when there is one.
 */

import { join } from "node:path";
import { runPoint } from "../src/rules/cases/point.ts";
import { readPoints } from "./conformance/read.ts";

const { base, points } = readPoints(join(import.meta.dirname, "../conformance"));

let failed = 0;
for (const [name, point] of points) {
  const failures = runPoint(base, point);
  if (failures.length > 0) failed += 1;
  for (const failure of failures) console.log(`${name}: ${failure}`);
}
console.log(`${points.size - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
