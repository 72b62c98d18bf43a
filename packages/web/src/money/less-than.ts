/**
 * How much the second amount is above the first, as a decimal text with the decimals that both have; negative when it is
 * below. Null when there is nothing between them, or one of them is no number. Reckoned without rounding.
 * @example lessThan("400.00", "600.00") is "200.00"; lessThan("1.500", "1.050") is "-0.450"
 */
export function lessThan(amount: string | null, whole: string | null): string | null {
  if (amount === null || whole === null) return null;
  const places = Math.max(...[amount, whole].map((text) => text.split(".")[1]?.length ?? 0));
  const minor = (text: string) => {
    const [units = "0", part = ""] = text.split(".");
    return BigInt(units + part.padEnd(places, "0"));
  };
  const left = minor(whole) - minor(amount);
  if (left === 0n) return null;
  const digits = String(left < 0n ? -left : left).padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return left < 0n ? `-${text}` : text;
}
