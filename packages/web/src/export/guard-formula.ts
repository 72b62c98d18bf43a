/**
 * What leaves for a spreadsheet must not run there: text that it would take for a formula gets an apostrophe in front,
 * which the register's own imports take away again.
 * @example guardFormula("=cmd|…") // "'=cmd|…"
 */
export function guardFormula(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
