import { orNull } from "../form/texts.ts";

/** How many decimals the currency has: 2 for the dirham, 3 for the Tunisian dinar; 2 for a code that is none. */
export function decimalsOf(currency: string): number {
  if (!/^[A-Z]{3}$/u.test(currency)) return 2;
  const { maximumFractionDigits } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

/**
 * An amount as it is written in any of the three languages («374 800 000,00», «1,500.50»), as the API takes it: a decimal
 * point and nothing else; null when it is none. The last sign is the decimal one when no more digits follow it than the
 * currency has decimals: «1.500» is fifteen hundred dirhams, and one dinar and a half.
 */
export function readAmount(text: string, currency = "MAD"): string | null {
  const bare = orNull(text)?.replace(/[\s\u00a0\u202f']/gu, "");
  if (!bare) return null;
  const places = decimalsOf(currency);
  const decimals = places === 0 ? "(?!)" : `\\d{1,${places}}`;
  const found = new RegExp(`^(\\d{1,3}(?:[.,]\\d{3})*?|\\d+)(?:[.,](${decimals}))?$`, "u").exec(bare);
  if (!found?.[1]) return null;
  const whole = found[1].replace(/[.,]/gu, "");
  return found[2] === undefined ? whole : `${whole}.${found[2].padEnd(places, "0")}`;
}
