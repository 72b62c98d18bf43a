import { createHash } from "node:crypto";
import { foldName } from "./fold.ts";
import { once, readText } from "./table.ts";

const breached = once(() => [new Set(readText("passwords/breached.txt").split("\n"))]);

/** Whether a password of twelve letters or more is among the most frequent of the leaked ones, in any case. */
export function isBreachedPassword(password: string): boolean {
  const hash = createHash("sha1").update(password.toLowerCase()).digest("hex");
  return breached()[0]?.has(hash.slice(0, 10)) === true;
}

const commonWords = once(() => [
  new Set(readText("passwords/common-words.txt").trimEnd().split("\n").map(plainLetters)),
]);

/** The letters alone, as a name is folded: without case, accents, digits, signs and blanks. */
function plainLetters(text: string): string {
  return foldName(text).replace(/[^\p{L}]/gu, "");
}

const longestWord = 20;

/**
 * Whether a password is nothing but words that everybody here tries first, in French, Arabic or Arabic in Latin letters,
 * whatever digits and signs stand between them.
 * @example isCommonWords("MotDePasse-2026!") // true
 * @example isCommonWords("un figuier devant la gare") // false
 */
export function isCommonWords(password: string): boolean {
  const letters = plainLetters(password);
  const words = commonWords()[0];
  // how far words alone have come; a pattern of all words would try every way of cutting the letters
  const reached = new Set([0]);
  for (const end of Array.from(letters, (_, place) => place + 1)) {
    const from = [...reached].find(
      (start) => end - start <= longestWord && words?.has(letters.slice(start, end)),
    );
    if (from !== undefined) reached.add(end);
  }
  return letters !== "" && reached.has(letters.length);
}
