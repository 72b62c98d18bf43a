// What spreadsheets, keyboards and word processors leave around a value.

const invisible = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const anySpace = /[\s\u00A0\u202F\u2007\u2009]+/g;
const unusual = /[^\x21-\x7E]/;

/** Marks of writing direction and zero-width signs dropped, every run of spaces one space, ends trimmed. */
export function cleanText(text: string): string {
  if (!unusual.test(text)) return text;
  return text.replace(invisible, "").replace(anySpace, " ").trim();
}

const arabicDigits = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** Arabic-Indic and Persian digits, and the Arabic decimal and thousands signs, as Western ones. */
export function westernDigits(text: string): string {
  if (!/[\u0660-\u066C\u06F0-\u06F9]/.test(text)) return text;
  return text
    .replace(arabicDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replaceAll("\u066B", ",")
    .replaceAll("\u066C", "\u202F");
}

/** One spelling for all spellings of a word of a list or a heading: case, accents and punctuation dropped. */
export function foldWord(text: string): string {
  return westernDigits(text)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}ـ]/gu, "")
    .replace(/[آأإٱ]/gu, "ا")
    .replace(/ى/gu, "ي")
    .replace(/ة/gu, "ه")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const identityNumber = /(?<![\p{L}\p{N}])[A-Za-z]{1,2}[0-9]{5,7}(?![\p{L}\p{N}])/u;

/** Whether a word of the text looks like the number of a national identity card (ledger.md §5). */
export function hasIdentityNumber(text: string): boolean {
  return identityNumber.test(westernDigits(text));
}
