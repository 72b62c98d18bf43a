// The API's answers may hold a message by its name (what a guard misses); it is said in the reader's language here.
import { type IntlShape, useIntl } from "react-intl";
import { ordinalFirst } from "./figures.tsx";

const mark = "message:";
const nameMark = "name:";
type Value = string | number | boolean | null;

/**
 * Says `message:["agreements","guard.text_recorded",{}]`, and of `name:{"fr":…,"ar":…,"en":…}` the name in the reader's
 * language; any other text is itself.
 */
export function useSayReference(): (text: string) => string {
  const intl = useIntl();
  return (text) => say(intl, text);
}

/** Days and amounts come as the journal writes them; a sentence says them as the reader does. */
function written(intl: IntlShape, value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) {
    const at = `${value}T12:00:00Z`;
    return ordinalFirst(intl.locale, intl.formatDate(at, { dateStyle: "long", timeZone: "UTC" }));
  }
  if (/^-?\d+\.\d{2}$/u.test(value))
    return intl.formatNumber(value as Intl.StringNumericLiteral as unknown as number, {
      minimumFractionDigits: 2,
    });
  return value;
}

function nameIn(locale: string, text: string): string {
  const names = JSON.parse(text.slice(nameMark.length)) as Readonly<Record<string, string>>;
  return names[locale.slice(0, 2)] ?? names.fr ?? "";
}

/** A value of a message may be a message itself, or a list of them. */
function say(intl: IntlShape, text: string): string {
  if (text.startsWith(`${nameMark}{`)) return nameIn(intl.locale, text);
  if (!text.startsWith(mark)) return text;
  const [folder, key, values] = JSON.parse(text.slice(mark.length)) as [
    string,
    string,
    Readonly<Record<string, Value | readonly string[]>>,
  ];
  const inWords = (value: Value | readonly string[]): Value => {
    if (typeof value === "string") return written(intl, say(intl, value));
    if (typeof value !== "object" || value === null) return value;
    return intl.formatList(value.map((one) => say(intl, one)));
  };
  const said = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWords(value)]));
  return intl.formatMessage({ id: `core.${folder}.${key}` }, said);
}
