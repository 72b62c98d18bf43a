import { useLocale } from "../language/language-provider.tsx";

interface Named {
  readonly name: string;
  readonly nameAr: string | null;
}

/** How a committee is called in the reader's language. */
export function useCommitteeName(): (committee: Named) => string {
  const locale = useLocale();
  return ({ name, nameAr }) => (locale === "ar" ? nameAr : null) ?? name;
}
