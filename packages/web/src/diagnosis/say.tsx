// How the things of a diagnosis are named on its screens.
import { useIntl } from "react-intl";
import { useTitle } from "../agreements/agreement-words.tsx";
import type { Diagnosis, ListedDiagnosis } from "../api/diagnoses.ts";
import { Name } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";

interface Worded {
  readonly words: string;
  readonly wordsAr: string | null;
}

/** The words in Arabic where the reader reads Arabic and they were given. */
export function useWords() {
  const locale = useLocale();
  return ({ words, wordsAr }: Worded): string => (locale === "ar" ? (wordsAr ?? words) : words);
}

export function Words({ of }: { of: Worded }) {
  const isArabic = useLocale() === "ar" && of.wordsAr !== null;
  return <Name lang={isArabic ? "ar" : "fr"}>{useWords()(of)}</Name>;
}

export function usePlaceName() {
  const locale = useLocale();
  return (place: Diagnosis["territory"]) => (locale === "ar" ? place.ar : place.fr);
}

type State = ListedDiagnosis["state"];

export function useStageWords() {
  const intl = useIntl();
  return (state: State) => intl.formatMessage({ id: `core.diagnosis.state.${state}` });
}

export function StageMark({ state }: { state: State }) {
  return <span className="state-mark">{useStageWords()(state)}</span>;
}

/** «M3»: a merged finding. */
export const mergedMark = (number: number) => `M${number}`;

export function AgreementTitle({ of }: { of: NonNullable<Diagnosis["agreement"]> }) {
  return <Name>{useTitle()(of)}</Name>;
}
