import { useQuery } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { organisationKinds, type Partner } from "../api/partners.ts";
import { useLabel } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";

/** What kind of organisation a code names, in the reader's language. */
export function useKindWords() {
  const label = useLabel();
  const { data } = useQuery(organisationKinds());
  return (kind: string): string => {
    const found = data?.find(({ code }) => code === kind);
    return found ? label(found.label) : kind.replaceAll("_", " ");
  };
}

type Named = Pick<Partner, "name" | "nameAr" | "nameEn">;

/** The official name in the reader's language where the register has it. */
export function useOwnName() {
  const locale = useLocale();
  return ({ name, nameAr, nameEn }: Named): string =>
    (locale === "ar" ? nameAr : locale === "en" ? nameEn : null) ?? name;
}

/** Whether it may be signed with; what is missing or too old stands out. */
export function Verification({ state }: { state: Partner["verification"] }) {
  const isFine = state === "verified" || state === "not_needed";
  return (
    <span className={isFine ? undefined : "attention"}>
      <FormattedMessage id={`partners.verification.${state}`} />
    </span>
  );
}
