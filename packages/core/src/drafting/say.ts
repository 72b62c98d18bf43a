// Numbers, amounts and days as an agreement writes them in French and in Arabic, and read back from a text.
import { localeTags } from "../kernel/index.ts";
import type { TextLanguage } from "./model.ts";

/** Between thousands: it never breaks a line, and leaves a number whole in a line from right to left. */
const gap = "\u00a0";

/** 20 815; 160 000 000,50. The value has a point before its decimals; zeros after it are left out. */
export function sayNumber(value: string): string {
  const [whole = "", decimals = ""] = value.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, gap);
  return /[1-9]/.test(decimals) ? `${grouped},${decimals}` : grouped;
}

const days: Readonly<Record<TextLanguage, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat(localeTags.fr, { dateStyle: "long", timeZone: "UTC" }),
  ar: new Intl.DateTimeFormat(localeTags.ar, { dateStyle: "long", timeZone: "UTC" }),
};

/** 31 décembre 2027, ٣١ written as 31 دجنبر 2027. */
export function sayDay(day: string, language: TextLanguage): string {
  const said = days[language].format(new Date(`${day}T00:00:00Z`)).replaceAll(" ", gap);
  return language === "fr" ? said.replace(/^1(?=\D)/, "1er") : said;
}

const digit = (sign: string) => {
  const code = sign.charCodeAt(0);
  return code >= 0x6f0 ? code - 0x6f0 : code - 0x660;
};
const western = (text: string) => text.replace(/[٠-٩۰-۹]/g, (sign) => String(digit(sign)));

/** The number that a text writes, in the register's form; null when it is none. */
export function readNumber(text: string): string | null {
  const bare = western(text).replace(/[\s\u00a0\u202f\u200e\u200f]/g, "");
  const dotted = /^\d{1,3}(\.\d{3})+$/.test(bare) ? bare.replaceAll(".", "") : bare.replace(/[,٫]/, ".");
  return /^\d{1,15}(\.\d{1,3})?$/.test(dotted) ? dotted.replace(/^0+(?=\d)/, "") : null;
}

const months: ReadonlyMap<string, string> = new Map(
  (["fr", "ar"] as const).flatMap((language) =>
    Array.from({ length: 12 }, (_, month) => {
      const name = new Intl.DateTimeFormat(localeTags[language], { month: "long", timeZone: "UTC" });
      return [name.format(Date.UTC(2000, month, 1)), String(month + 1).padStart(2, "0")] as const;
    }),
  ),
);

/** The day that a text writes, as 2027-12-31: in words of either language, or 31/12/2027; null when it is none. */
export function readDay(text: string): string | null {
  const bare = western(text)
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/[\u200e\u200f]/g, "")
    .trim()
    .toLowerCase();
  const [, first, , , month, , year] =
    /^(\d{1,2})(er)?([ /.-])([^\d /.-]+|\d{1,2})([ /.-])(\d{4})$/.exec(bare) ?? [];
  if (first === undefined || month === undefined || year === undefined) return null;
  const known = /^\d+$/.test(month) ? month.padStart(2, "0") : months.get(month);
  const day = `${year}-${known}-${first.padStart(2, "0")}`;
  const at = new Date(`${day}T00:00:00Z`);
  return known && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}
