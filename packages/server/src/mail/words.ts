import { addMessages, type ErrorParams, type Locale, message } from "@iltizam/core/kernel";

addMessages("mail", new URL("./", import.meta.url));

/** What a mail says, in the language of whoever reads it. */
export function mailWords(locale: Locale) {
  return (key: string, values?: ErrorParams) => message(locale, "mail", key, values);
}
