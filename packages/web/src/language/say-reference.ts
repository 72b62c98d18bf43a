// The API's answers may hold a message by its name (what a guard misses); it is said in the reader's language here.
import { type IntlShape, useIntl } from "react-intl";

const mark = "message:";
type Value = string | number | boolean | null;

/** Says `message:["agreements","guard.text_recorded",{}]`; any other text is itself. */
export function useSayReference(): (text: string) => string {
  const intl = useIntl();
  return (text) => say(intl, text);
}

/** A value of a message may be a message itself, or a list of them. */
function say(intl: IntlShape, text: string): string {
  if (!text.startsWith(mark)) return text;
  const [folder, key, values] = JSON.parse(text.slice(mark.length)) as [
    string,
    string,
    Readonly<Record<string, Value | readonly string[]>>,
  ];
  const inWords = (value: Value | readonly string[]): Value => {
    if (typeof value === "string") return say(intl, value);
    if (typeof value !== "object" || value === null) return value;
    return intl.formatList(value.map((one) => say(intl, one)));
  };
  const said = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWords(value)]));
  return intl.formatMessage({ id: `core.${folder}.${key}` }, said);
}
