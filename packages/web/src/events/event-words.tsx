import { FormattedMessage } from "react-intl";
import type { Event } from "../api/read.ts";
import { Name } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";

type Named = Pick<Event, "name" | "nameAr" | "nameEn">;

/** The name that the texts give it, in the reader's language where one is known, else what kind of event it was. */
export function EventName({ event }: { event: Named & Pick<Event, "kind"> }) {
  const called = useEventName()(event);
  return called ? <Name>{called}</Name> : <FormattedMessage id={`event.kind.${event.kind}`} />;
}

export function useEventName() {
  const locale = useLocale();
  return ({ name, nameAr, nameEn }: Named): string | null =>
    (locale === "ar" ? nameAr : locale === "en" ? nameEn : null) ?? name;
}

/** Where it took place, in the reader's language where the register knows the place. */
export function useEventPlace() {
  const locale = useLocale();
  return ({ territory, placeText }: Pick<Event, "territory" | "placeText">): string | null => {
    if (!territory) return placeText;
    return locale === "ar" ? territory.ar : territory.fr;
  };
}
