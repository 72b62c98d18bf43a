/**
 * A code for the words of a text that no classification has: Latin letters without their signs; words in another
 * writing are counted into a number, so that the same words have the same code.
 */
export function codeOf(words: string): string {
  const latin = words
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "_")
    .replace(/^_+|_+$/gu, "")
    .slice(0, 60);
  if (latin.length >= 3) return latin;
  const sum = [...words.trim()].reduce(
    (total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 2 ** 32,
    7,
  );
  return `w${sum.toString(36)}`;
}
