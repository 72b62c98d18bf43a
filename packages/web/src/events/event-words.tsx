import { FormattedMessage } from "react-intl";
import type { Event } from "../api/read.ts";
import { Name } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";

/** The name that the texts give it, else what kind of event it was. */
export function EventName({ event }: { event: Pick<Event, "name" | "kind"> }) {
  return event.name ? <Name>{event.name}</Name> : <FormattedMessage id={`event.kind.${event.kind}`} />;
}

/** Where it took place, in the reader's language where the register knows the place. */
export function useEventPlace() {
  const locale = useLocale();
  return ({ territory, placeText }: Pick<Event, "territory" | "placeText">): string | null => {
    if (!territory) return placeText;
    return locale === "ar" ? territory.ar : territory.fr;
  };
}
