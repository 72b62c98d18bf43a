/**
 * A rate as it is written in any of the three languages («3,4127», «10.85»), as the API takes it; null when it is none. It
 * has no thousands apart: a comma and a point are both decimal signs.
 */
export function readRate(text: string): string | null {
  const found = /^(\d{1,9})(?:[.,](\d{1,10}))?$/u.exec(text.replace(/[\s\u00a0\u202f]/gu, ""));
  if (!found?.[1]) return null;
  const rate = found[2] === undefined ? found[1] : `${found[1]}.${found[2]}`;
  return /[1-9]/u.test(rate) ? rate : null;
}
