// What a figure is called on the screen, by the name under which a wording asks for it.
import { useIntl } from "react-intl";
import type { Draft } from "../api/drafting.ts";
import { useLocale } from "../language/language-provider.tsx";

/** `commitment.2.quantity` → «placements · CONV-9/2»; without a thing of its own, what kind of figure it is. */
export function useFigureName({ agreement, figures }: Pick<Draft, "agreement" | "figures">) {
  const intl = useIntl();
  const locale = useLocale();
  return (key: string): string => {
    const [thing = "", number = "", field = number] = key.split(".");
    const reference = `${agreement}/${thing === "contribution" ? "M" : ""}${number}`;
    const found = figures.find((figure) => figure.reference === reference);
    const words = intl.formatMessage({ id: `drafting.field.${field}`, defaultMessage: field });
    if (found === undefined || !["commitment", "contribution"].includes(thing)) return words;
    const name = locale === "ar" ? (found.name.ar ?? found.name.fr) : found.name.fr;
    return `${name} · ${reference} · ${words}`;
  };
}
