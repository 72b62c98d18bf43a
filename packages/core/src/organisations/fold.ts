/**
 * One spelling for all spellings of a name, for comparing only, never for showing: case, accents, punctuation and
 * Arabic hamza seats, final ya and ta marbuta are dropped.
 */
export function foldName(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\p{M}ـ]/gu, "")
    .replaceAll(/[آأإٱ]/gu, "ا")
    .replaceAll("ؤ", "و")
    .replaceAll(/[ئى]/gu, "ي")
    .replaceAll("ة", "ه")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
