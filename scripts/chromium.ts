/** Where the machine keeps a Chromium: the one named in CHROMIUM_PATH, else Debian's or Google's. */
import { existsSync } from "node:fs";

const usual = ["/usr/bin/chromium", "/usr/bin/google-chrome"];

export const chromiumPath = (): string | undefined =>
  [process.env["CHROMIUM_PATH"] ?? "", ...usual].find((path) => path !== "" && existsSync(path));
