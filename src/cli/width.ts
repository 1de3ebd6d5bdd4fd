/**
 * How many columns a text takes on a terminal, and how to break it at a width.
 *
 * Combining marks take none, wide characters (East Asia, most pictures) take two, all else one.
 */

const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

const plain = /^[\u0020-\u007e\u00a0-\u02ff\u0400-\u052f]*$/; // Latin and Cyrillic: one each.

const widthOfCharacter = (character: string): number => {
  if (/^[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0;
  const point = character.codePointAt(0) ?? 0;
  return wide.some(([from, to]) => point >= from && point <= to) ? 2 : 1;
};

/** The columns of a text without line breaks. */
export const widthOf = (text: string): number => {
  if (plain.test(text)) return text.length - (text.match(/\p{Mn}/gu)?.length ?? 0);
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
};

/** Filled up with spaces to a width. */
export const padded = (text: string, width: number): string =>
  `${text}${" ".repeat(Math.max(0, width - widthOf(text)))}`;

/** An id or address may be broken behind these; a date never is. */
const joints = (word: string): readonly string[] =>
  /[a-z]/i.test(word) ? (word.match(/[^-./,]+[-./,]*|[-./,]+/g) ?? [word]) : [word];

/** A part that is longer than a line, cut into pieces that fit. */
const pieces = (part: string, width: number): readonly string[] => {
  const found: string[] = [];
  let line = "";
  for (const character of part) {
    if (line !== "" && widthOf(line) + widthOfCharacter(character) > width) {
      found.push(line);
      line = "";
    }
    line += character;
  }
  return [...found, line];
};

/** The width below which a text would have to be cut inside a word. */
export const leastWidth = (text: string): number =>
  Math.max(0, ...text.split(" ").flatMap((word) => joints(word).map(widthOf)));

/** A word that is longer than a line, in as few parts as fit. */
const parts = (word: string, width: number): readonly string[] => {
  if (widthOf(word) <= width) return [word];
  const found: string[] = [];
  for (const part of joints(word).flatMap((one) => pieces(one, width))) {
    const last = found.at(-1);
    if (last !== undefined && widthOf(last) + widthOf(part) <= width)
      found[found.length - 1] += part;
    else found.push(part);
  }
  return found;
};

/** A text in lines of at most `width` columns, broken at spaces where there are any. */
export const wrapped = (text: string, width: number): readonly string[] => {
  if (widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  const words = text.split(" ").flatMap((word) => parts(word, width));
  for (const word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
};
