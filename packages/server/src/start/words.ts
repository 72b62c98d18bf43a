import { type ErrorParams, type Locale, message } from "@iltizam/core/kernel";
import "./errors.ts";

/** What a start tells about itself, in the language of the terminal. */
export type Words = (key: string, values?: ErrorParams) => string;

export function startWords(locale: Locale): Words {
  return (key, values) => message(locale, "start", key, values);
}
