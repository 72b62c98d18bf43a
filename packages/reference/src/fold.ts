/**
 * One spelling for all spellings of a name, for comparing only, never for showing: case, accents, hyphens, apostrophes,
 * doubled letters and a leading article (`l'`, `al`, `ال`) are dropped; Arabic hamza seats, final ya and ta marbuta and
 * the four ways of writing the hard k/g (ق ك ڭ ݣ گ) become one letter each.
 *
 *     foldName("L'Oriental") === foldName("ORIENTAL")
 *     foldName("أكادير-إدا وتنان") === foldName("اڭادير إدا وتنان")
 */
export function foldName(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(MARKS, "")
    .replaceAll(/[آأإٱ]/gu, "ا")
    .replaceAll("ؤ", "و")
    .replaceAll(/[ئى]/gu, "ي")
    .replaceAll("ة", "ه")
    .replaceAll(/[قڭݣگ]/gu, "ك")
    .replaceAll("œ", "oe")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replaceAll(/(\p{L})\1+/gu, "$1")
    .split(" ")
    .map(withoutArabicArticle)
    .join(" ")
    .replace(/^(l|al|el) (?=\p{L}{3})/u, "");
}

/** Accents and vowel marks once decomposed (hamza above and below among them), and the Arabic stretching sign. */
const MARKS = /[\p{M}ـ]/gu;

function withoutArabicArticle(word: string): string {
  return word.startsWith("ال") && word.length > 4 ? word.slice(2) : word;
}

/**
 * The consonants of a folded Latin name: Mohammadia and Mohammedia, Laâyoune and Laayoun meet here. Wider than
 * `foldName`, so it proposes and never decides. Arabic text, which writes few vowels, is returned folded.
 */
export function consonantsOf(text: string): string {
  const folded = foldName(text);
  if (/\p{Script=Arabic}/u.test(folded)) return folded;
  return folded
    .split(" ")
    .map((word) => word.slice(0, 1) + word.slice(1).replaceAll(/[aeiouyw]/gu, ""))
    .join(" ")
    .replaceAll(/(\p{L})\1+/gu, "$1");
}
