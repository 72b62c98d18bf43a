// What is said beside a field, and the answers that it offers: mostly messages, by their ids.
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";

/** A text is the id of a message; a message that needs values is said by its own element. */
export const said = (words: ReactNode): ReactNode =>
  typeof words === "string" ? <FormattedMessage id={words} /> : words;

/** An answer to choose: a name as the register has it, or the id of a message. */
export type Option<Value extends string = string> = { readonly value: Value } & (
  | { readonly words: string }
  | { readonly id: string }
);

export function useWordedOptions<Value extends string>(options: readonly Option<Value>[]) {
  const intl = useIntl();
  return options.map((one) => ({
    value: one.value,
    words: "id" in one ? intl.formatMessage({ id: one.id }) : one.words,
  }));
}
