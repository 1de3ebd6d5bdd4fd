/**
 * The files of a log that a server shows, below an address such as `https://host/log/csto/`.
 *
 * Out:  a reader like that of a folder: undefined where there is no such file. A server that does not
 *       answer, or with anything else, is `Unreachable`: then nothing is known, which is no fault of
 *       the log.
 */
import type { LogReader } from "#workflows";

/** The server could not be asked. */
export class Unreachable extends Error {
  readonly url: string;

  constructor(url: string, found: string) {
    super(found);
    this.url = url;
  }
}

/** A bundle of 256 entries of the largest size; no file of a log is longer. */
const mostBytes = 256 * (2 + 65_535);
const patienceMilliseconds = 30_000;
const notFound = 404;

export const isAddress = (source: string): boolean => /^https?:\/\//.test(source);

const bodyOf = async (response: Response): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > mostBytes) throw new RangeError(`more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
};

/** What went wrong below, which `fetch` itself calls "fetch failed". */
const causeOf = (error: unknown): string => {
  const { cause, message } = error instanceof Error ? error : new Error(String(error));
  return cause instanceof Error ? cause.message : message;
};

export const logAtUrl = (address: string): LogReader => {
  const base = address.endsWith("/") ? address : `${address}/`;
  return async (path) => {
    const url = `${base}${path}`;
    try {
      const response = await fetch(url, {
        cache: "no-store", // The newest checkpoint counts, not what a cache has of it.
        signal: AbortSignal.timeout(patienceMilliseconds),
      });
      if (response.status === notFound) return undefined;
      if (!response.ok) throw new Unreachable(url, `HTTP ${response.status}`);
      return await bodyOf(response);
    } catch (error) {
      throw error instanceof Unreachable ? error : new Unreachable(url, causeOf(error));
    }
  };
};
