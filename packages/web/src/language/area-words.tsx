// The words of an area's screens come with them and not with the first screen.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { IntlProvider, useIntl } from "react-intl";
import { useLocale } from "./language-provider.tsx";
import type { Locale } from "./locale.ts";

export type WordLoaders = Readonly<
  Record<Locale, () => Promise<{ default: Readonly<Record<string, string>> }>>
>;

interface AreaWordsProps {
  readonly area: string;
  readonly loaders: WordLoaders;
  readonly children: ReactNode;
}

export function AreaWords({ area, loaders, children }: AreaWordsProps) {
  const locale = useLocale();
  const { locale: tag, messages } = useIntl();
  const { data } = useQuery({
    queryKey: ["area words", area, locale],
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
