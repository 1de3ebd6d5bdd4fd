/** What somebody may have meant: the words most like one that was not understood. */

const farthest = 3; // More changed letters than this are another word.
const most = 3;

/** Those that are like it, nearest first; where none is, all of them. */
export const nearest = (found: string, words: readonly string[]): string => {
  const close = alike(found, words).slice(0, most);
  return (close.length > 0 ? close : words).join(", ");
};

/** The same of a long list: where none is like it, a few of them. */
export const nearestOfMany = (found: string, words: readonly string[]): string => {
  const close = alike(found, words).slice(0, most);
  if (close.length > 0) return close.join(", ");
  return words.length > most ? `${words.slice(0, most).join(", ")}, …` : words.join(", ");
};

/** All that are like it, nearest first. */
export const alike = (
  found: string,
  words: readonly string[],
  limit = farthest,
): readonly string[] =>
  words
    .map((word) => ({ word, far: distance(found, word) }))
    .filter(({ word, far }) => far <= limit && far < word.length / 2 + 1)
    .sort((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word);

/** How many letters must change (Levenshtein), row by row; long words are cut first. */
const distance = (a: string, b: string): number => {
  const short = a.slice(0, 40);
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= short.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (short[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};
