// What leaves for a spreadsheet must not run there.

/**
 * Puts an apostrophe before text that a spreadsheet would take for a formula; the reader takes it away again.
 * @example guardFormula("=cmd|…") // "'=cmd|…"
 */
export function guardFormula(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
