// What an indicator means, as the texts of a form, and back. What is said is said in the three languages.
import type { Got } from "../api/answers.ts";
import { needed } from "../form/needed.ts";
import { orNull } from "../form/texts.ts";
import type { Faults } from "../form/use-form.ts";

export const spoken = ["fr", "ar", "en"] as const;
type Spoken = (typeof spoken)[number];
type InThree = Readonly<Record<Spoken, string>>;
type Version = Got<"/api/v1/indicators/{code}">["versions"][number];

export const noMeaning = {
  ...{ definition_fr: "", definition_ar: "", definition_en: "", proofLevel: "2", effectiveFrom: "" },
  ...{ evidence_fr: "", evidence_ar: "", evidence_en: "", pitfalls_fr: "", pitfalls_ar: "", pitfalls_en: "" },
  reason: "",
};
export type MeaningName = keyof typeof noMeaning;
export type MeaningTexts = Readonly<Record<MeaningName, string>>;
type Optional = "evidence" | "pitfalls";

/** What the API's document asks of each of the three texts. */
export const writtenRules = Object.fromEntries(
  ["label", "definition", "evidence", "pitfalls"].flatMap((of) =>
    spoken.map((language) => [`${of}_${language}`, { type: "string", maxLength: 2000 }]),
  ),
);

/** The definition in force, to be written on from; its day and its reason are the new version's own. */
export function meaningOf({ definition, evidence, pitfalls, proofLevel }: Version): MeaningTexts {
  return {
    ...{ definition_fr: definition.fr, definition_ar: definition.ar, definition_en: definition.en },
    ...{ evidence_fr: evidence?.fr ?? "", evidence_ar: evidence?.ar ?? "", evidence_en: evidence?.en ?? "" },
    ...{ pitfalls_fr: pitfalls?.fr ?? "", pitfalls_ar: pitfalls?.ar ?? "", pitfalls_en: pitfalls?.en ?? "" },
    ...{ proofLevel: String(proofLevel), effectiveFrom: "", reason: "" },
  };
}

/** As the API takes it. */
export function meaningToSend(values: MeaningTexts) {
  const { definition_fr: fr, definition_ar: ar, definition_en: en } = values;
  return {
    ...{ effectiveFrom: values.effectiveFrom, reason: values.reason.trim() },
    definition: { fr: fr.trim(), ar: ar.trim(), en: en.trim() },
    proofLevel: Number(values.proofLevel),
    ...saidOr("evidence", values),
    ...saidOr("pitfalls", values),
  };
}

function saidOr<Of extends Optional>(of: Of, values: MeaningTexts): Partial<Record<Of, InThree>> {
  const said = spoken.map((language) => [language, orNull(values[`${of}_${language}`])] as const);
  if (said.every(([, text]) => text === null)) return {};
  return { [of]: Object.fromEntries(said) } as Partial<Record<Of, InThree>>;
}

/** What every version needs, and what is said in one language only. */
export function meaningFaults(values: MeaningTexts): Faults<MeaningName> {
  return {
    ...needed(values, "definition_fr", "definition_ar", "definition_en", "effectiveFrom", "reason"),
    ...halfSaid("evidence", values),
    ...halfSaid("pitfalls", values),
  };
}

function halfSaid(of: Optional, values: MeaningTexts): Faults<MeaningName> {
  const names = spoken.map((language) => `${of}_${language}` as const);
  const isSaid = names.some((name) => values[name].trim() !== "");
  return isSaid ? needed(values, ...names) : {};
}
