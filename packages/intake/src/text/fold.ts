/** Letters that spelling varies without changing the word: hamza seats, final ya, ta marbuta, Persian forms. */
const ARABIC_LETTERS: Readonly<Record<string, string>> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ئ: "ي",
  ؤ: "و",
  ة: "ه",
  ک: "ك",
  ڭ: "ك",
  گ: "ك",
  ڤ: "ف",
};

/** The value of one decimal digit in any script, or null. */
export function digitValue(char: string): number | null {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x660 && code <= 0x669) return code - 0x660;
  if (code >= 0x6f0 && code <= 0x6f9) return code - 0x6f0;
  return null;
}

/** A word as it is compared: lower case, no accents, no vowel marks, digits 0–9. `Fès` → `fes`, `أزيد` → `ازيد`. */
export function fold(word: string): string {
  let out = "";
  for (const char of word.toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae")) {
    const letter = ARABIC_LETTERS[char];
    if (letter !== undefined) {
      out += letter;
      continue;
    }
    const digit = digitValue(char);
    if (digit !== null) out += String(digit);
    else if (char !== "ـ") out += char.normalize("NFD").replace(/\p{M}+/gu, "");
  }
  return out;
}
