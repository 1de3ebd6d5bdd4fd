/**
 * What the environment sets of a server: where it listens, and where it keeps its ledgers.
 *
 * In:   the environment, the folder of ledgers where it names none.
 * Out:  the settings, or a sentence that names the one that is none.
 */

import { ok, type Result, refuse } from "#base";
import { refusalText } from "#wording";

export type Settings = {
  readonly host: string;
  readonly port: number;
  readonly data: string;
  /** The database that several servers keep their ledgers in; without it, each has files of its own. */
  readonly database?: string;
};

type Env = { readonly [name: string]: string | undefined };

const highestPort = 65_535;

const wrong = (code: string, field: string, found: string, accepted: string) =>
  refuse(refusalText({ code, field, found, accepted }, "en"));

/**
 * @param isDatabase - Whether a text is the address of a database that the store can open.
 */
export const settingsOf = (
  env: Env,
  usualData: string,
  isDatabase: (text: string) => boolean,
): Result<Settings, string> => {
  const { HOST: host = "127.0.0.1", PORT: port = "4040", FOEDUS_DATA: data = usualData } = env;
  if (!/^(0|[1-9]\d{0,4})$/.test(port) || Number(port) > highestPort) {
    return wrong("cli.number", "PORT", port, `0 … ${highestPort}`);
  }
  if (!/^[\w.:-]+$/.test(host)) return wrong("serve.host", "HOST", host, "HOST=127.0.0.1");
  if (data === "") return wrong("cli.missing-value", "FOEDUS_DATA", "", "FOEDUS_DATA=data");
  const { DATABASE_URL: database } = env;
  if (database !== undefined && !isDatabase(database)) {
    // Not told back: a password may stand in it.
    return wrong("cli.database", "DATABASE_URL", "", "postgresql://user@host:5432/database");
  }
  return ok({ host, port: Number(port), data, ...(database !== undefined && { database }) });
};
