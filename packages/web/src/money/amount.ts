import { orNull } from "../form/texts.ts";

/**
 * An amount as it is written in any of the three languages («374 800 000,00», «1,500.50»), as the API takes it: a decimal
 * point and nothing else; null when it is none.
 */
export function readAmount(text: string): string | null {
  const bare = orNull(text)?.replace(/[\s\u00a0\u202f']/gu, "");
  if (!bare) return null;
  // the last sign is the decimal one when one or two digits follow it; signs before it group the digits
  const found = /^(\d{1,3}(?:[.,]\d{3})*|\d+)(?:[.,](\d{1,2}))?$/u.exec(bare);
  if (!found?.[1]) return null;
  const whole = found[1].replace(/[.,]/gu, "");
  return found[2] === undefined ? whole : `${whole}.${found[2].padEnd(2, "0")}`;
}
