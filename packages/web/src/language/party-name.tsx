import { Name } from "./figures.tsx";
import { useLocale } from "./language-provider.tsx";

export interface NamedParty {
  readonly name: string;
  readonly nameAr: string | null;
  readonly nameEn: string | null;
}

const toldIn = (locale: string, { name, nameAr, nameEn }: NamedParty): string | null =>
  locale === "ar" ? nameAr : locale === "en" ? nameEn : name;

/** How a party is called in the reader's language; where nobody has said it, as it is recorded, which is in French. */
export function PartyName({ of }: { of: NamedParty }) {
  const told = toldIn(useLocale(), of);
  return <Name {...(told === null && { lang: "fr" })}>{told ?? of.name}</Name>;
}

/** The same for a list of choices, which holds text alone. */
export function usePartyName(): (of: NamedParty) => string {
  const locale = useLocale();
  return (of) => toldIn(locale, of) ?? of.name;
}
