/**
 * Base64 as keys, notes and checkpoints write it: RFC 4648 section 4, padded, in one spelling only.
 *
 * What the usual decoders forgive (white space, missing padding, unused bits that are set) is
 * refused here, because two spellings of one signature would be two notes.
 */

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const values = new Map([...digits].map((digit, value) => [digit, value]));

/** The bytes in base64, padded. */
export const base64 = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const whole = (a << 16) | (b << 8) | c;
    const four = [18, 12, 6, 0].map((shift) => digits[(whole >> shift) & 63]).join("");
    const given = Math.min(3, bytes.length - at);
    text += four.slice(0, given + 1).padEnd(4, "=");
  }
  return text;
};

/** Reads what `base64` writes; undefined for anything else. */
export const fromBase64 = (text: string): Uint8Array | undefined => {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  if (text.length % 4 !== 0) return undefined;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let at = 0; at < text.length; at += 4) {
    let whole = 0;
    for (let place = at; place < at + 4; place += 1) {
      const isPadding = place >= text.length - padding;
      const value = isPadding ? 0 : values.get(text[place] ?? "");
      if (value === undefined) return undefined;
      whole = (whole << 6) | value;
    }
    const start = (at / 4) * 3;
    const three = [whole >> 16, (whole >> 8) & 255, whole & 255];
    if (three.slice(bytes.length - start).some((unused) => unused !== 0)) return undefined;
    bytes.set(three.slice(0, bytes.length - start), start);
  }
  return bytes;
};
