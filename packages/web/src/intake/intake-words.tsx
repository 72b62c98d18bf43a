// The words of these screens come with them and not with the first one.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { IntlProvider, useIntl } from "react-intl";
import { useLocale } from "../language/language-provider.tsx";
import type { Locale } from "../language/locale.ts";

const loaders: Readonly<Record<Locale, () => Promise<{ default: Readonly<Record<string, string>> }>>> = {
  fr: () => import("./messages/fr.json"),
  ar: () => import("./messages/ar.json"),
  en: () => import("./messages/en.json"),
};

export function IntakeWords({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const { locale: tag, messages } = useIntl();
  const { data } = useQuery({
    queryKey: ["intake words", locale],
    queryFn: async () => (await loaders[locale]()).default,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  if (data === undefined) return null;
  return (
    <IntlProvider locale={tag} messages={{ ...(messages as Record<string, string>), ...data }}>
      {children}
    </IntlProvider>
  );
}
