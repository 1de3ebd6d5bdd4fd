/**
 * Bytes: how texts become bytes and how hashes are written.
 *
 * The hash itself is handed in by the entry point: the fast one of the server, a small one in the
 * browser, so that the pure rooms need neither.
 */

/** A synchronous SHA-256: 32 bytes for any bytes. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

const encoder = new TextEncoder();

/**
 * The UTF-8 bytes of a text.
 *
 * @throws TypeError for a lone surrogate, which UTF-8 cannot write: the encoder would put another
 *   character in its place, and two texts would then have one hash.
 */
export const utf8 = (text: string): Uint8Array => {
  if (!text.isWellFormed()) throw new TypeError("a lone surrogate has no UTF-8 form");
  return encoder.encode(text);
};

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** The bytes in lower-case hexadecimal, two digits a byte. */
export const hex = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += hexOfByte[byte];
  return text;
};

/** Reads what `hex` writes; undefined for anything else, upper case too: one spelling only. */
export const fromHex = (text: string): Uint8Array | undefined => {
  if (text.length % 2 !== 0 || /[^0-9a-f]/.test(text)) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let place = 0; place < bytes.length; place += 1) {
    bytes[place] = Number.parseInt(text.slice(place * 2, place * 2 + 2), 16);
  }
  return bytes;
};
