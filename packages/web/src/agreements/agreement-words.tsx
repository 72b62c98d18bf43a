// How an agreement is named: its title in the reader's language, its state with «(reported)», its kind and type.
import { useCallback } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { AgreementSummary } from "../api/read.ts";
import { Name, otherLanguageOf } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";

type Titled = Pick<AgreementSummary, "title"> & Partial<Pick<AgreementSummary, "titleAr" | "titleEn">>;

/** The title in the reader's language where the register has it, else as it was written. */
export function useTitle() {
  const locale = useLocale();
  return useCallback(
    ({ title, titleAr, titleEn }: Titled): string =>
      (locale === "ar" ? titleAr : locale === "en" ? titleEn : null) ?? title,
    [locale],
  );
}

/** The same as a name: where it is shown as it was written, it is read out in the language of its letters. */
export function Title({ of }: { of: Titled }) {
  const title = useTitle()(of);
  const asWritten = useLocale() === "en" && !of.titleEn ? otherLanguageOf(title, "ar") : undefined;
  return <Name {...(asWritten && { lang: asWritten })}>{title}</Name>;
}

export function useStateWords() {
  const intl = useIntl();
  return useCallback(
    (state: string) => intl.formatMessage({ id: `core.agreements.state.${state}`, defaultMessage: state }),
    [intl],
  );
}

/** An act as it is called by where it leads: what nobody signed yet is given up, not terminated. */
export function useActWords() {
  const intl = useIntl();
  return useCallback(
    ({ act, to }: { act: string; to: string }) =>
      intl.formatMessage({ id: `core.agreements.act.${to === "given_up" ? "give_up" : act}` }),
    [intl],
  );
}

/** A press report of a signature is no signed text: it always says so. */
export function StateMark({ state, reported }: { state: string; reported: boolean }) {
  const words = useStateWords();
  return (
    <span className="state-mark" data-reported={reported || undefined}>
      {words(state)}
      {reported && (
        <>
          {" "}
          <FormattedMessage id="agreement.reported" />
        </>
      )}
    </span>
  );
}

/** The message that names the kind, or the type where that says more. */
export function kindKey({ kind, type }: { kind: string; type: string | null }): string {
  const byType = type !== null && kind !== "bundle" && type !== "other";
  return byType ? `agreement.type.${type}` : `agreement.kind.${kind}`;
}

export function KindWords({ kind, type }: { kind: string; type: string | null }) {
  return <FormattedMessage id={kindKey({ kind, type })} />;
}
