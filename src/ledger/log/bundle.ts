/**
 * Bundles: up to 256 entries in one file, each behind its length in two bytes.
 *
 * @source C2SP tlog-tiles, "Log entries". The two bytes are why no entry exceeds 65,535.
 */

const lengthBytes = 2;

/** The entries one behind the other. */
export const bundleBytes = (entries: readonly Uint8Array[]): Uint8Array => {
  const whole = entries.reduce((sum, { length }) => sum + lengthBytes + length, 0);
  const bytes = new Uint8Array(whole);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const entry of entries) {
    view.setUint16(at, entry.length);
    bytes.set(entry, at + lengthBytes);
    at += lengthBytes + entry.length;
  }
  return bytes;
};

/** The entries of a bundle; undefined unless it holds exactly `width` of them and nothing else. */
export const readBundle = (bytes: Uint8Array, width: number): readonly Uint8Array[] | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Uint8Array[] = [];
  let at = 0;
  while (entries.length < width && at + lengthBytes <= bytes.length) {
    const start = at + lengthBytes;
    at = start + view.getUint16(at);
    if (at > bytes.length) return undefined;
    entries.push(bytes.slice(start, at));
  }
  return entries.length === width && at === bytes.length ? entries : undefined;
};
