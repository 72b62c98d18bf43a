import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useEffect } from "react";
import { IntlProvider } from "react-intl";
import { loadFonts } from "./load-fonts.ts";
import { loadMessages } from "./load-messages.ts";
import { directionOf, type Locale, tagOf } from "./locale.ts";

const LocaleContext = createContext<Locale>("fr");

/** The language in which the screen is shown. */
export const useLocale = () => use(LocaleContext);

/** Shows its children in a language; waits for the words and the letters before the first picture. */
export function LanguageProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const { data } = useQuery({
    queryKey: ["words", locale],
    queryFn: async () => (await Promise.all([loadMessages(locale), loadFonts()]))[0],
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dir = directionOf(locale);
  }, [locale]);
  if (data === undefined) return null;
  return (
    <LocaleContext value={locale}>
      <IntlProvider locale={tagOf(locale)} messages={data}>
        {children}
      </IntlProvider>
    </LocaleContext>
  );
}
