// An agreement's fields as the texts of a form, and back.
import type { Agreement } from "../../api/read.ts";
import { inOrder } from "../../form/needed.ts";
import { partialText, readPartial } from "../../form/partial-day.ts";
import { orNull, type Texts, wholeNumber } from "../../form/texts.ts";
import type { Faults } from "../../form/use-form.ts";

export const editNames = [
  "title",
  "titleAr",
  "titleEn",
  "type",
  "purpose",
  "standsFor",
  "periodFrom",
  "periodTo",
  "signedOn",
  "signedTerritoryId",
  "competence",
  "territoryId",
  "leadOrganisation",
] as const;
export type EditName = (typeof editNames)[number];
export type NewName = Exclude<EditName, "signedOn" | "signedTerritoryId"> | NewOnly;
type NewOnly = "kind" | "reference" | "parent" | "nextAction" | "nextActionOn" | "ledToBy";

export const typesOfKind: Readonly<Record<Agreement["kind"], readonly NonNullable<Agreement["type"]>[]>> =
  (() => {
    const instruments = [
      ...(["letter_of_intent", "mou", "framework_agreement", "convention", "tripartite_convention"] as const),
      ...(["protocol", "partnership_agreement", "intergovernmental_agreement"] as const),
    ];
    const frameworks = ["law", "plan", "strategy", "programme", "development_model", "other"] as const;
    return {
      instrument: instruments,
      bundle: instruments,
      contract_programme: ["contract_programme"],
      programme: frameworks,
      plan: frameworks,
    };
  })();

export function textsOf(agreement: Agreement): Texts<EditName> {
  return {
    title: agreement.title,
    titleAr: agreement.titleAr ?? "",
    titleEn: agreement.titleEn ?? "",
    type: agreement.type ?? "",
    purpose: agreement.purpose ?? "",
    standsFor: agreement.standsFor === null ? "" : String(agreement.standsFor),
    periodFrom: agreement.periodFrom ?? "",
    periodTo: agreement.periodTo ?? "",
    signedOn: partialText(agreement.signedOn),
    signedTerritoryId: agreement.signedTerritoryId ?? "",
    competence: agreement.competence ?? "",
    territoryId: agreement.territoryId ?? "",
    leadOrganisation: agreement.leadOrganisation?.reference ?? "",
  };
}

/** What no single field can tell. */
export function checkPeriod(values: {
  periodFrom: string;
  periodTo: string;
  signedOn?: string;
}): Faults<EditName> {
  const { periodFrom, periodTo, signedOn = "" } = values;
  const isDate = signedOn.trim() === "" || readPartial(signedOn) !== null;
  return {
    ...inOrder({ periodFrom, periodTo }, "periodFrom", "periodTo"),
    ...(!isDate && { signedOn: { id: "form.fault.partialDate" } }),
  };
}

/** The body's changes: only what was changed is sent. */
export function changesOf(values: Texts<EditName>, changed: readonly EditName[]) {
  const all = {
    title: values.title.trim(),
    titleAr: orNull(values.titleAr),
    titleEn: orNull(values.titleEn),
    type: (orNull(values.type) ?? null) as Agreement["type"],
    purpose: orNull(values.purpose),
    standsFor: wholeNumber(values.standsFor),
    periodFrom: orNull(values.periodFrom),
    periodTo: orNull(values.periodTo),
    signedOn: readPartial(values.signedOn),
    signedTerritoryId: orNull(values.signedTerritoryId),
    competence: (orNull(values.competence) ?? null) as Agreement["competence"],
    territoryId: orNull(values.territoryId),
    leadOrganisation: orNull(values.leadOrganisation),
  };
  return Object.fromEntries(changed.map((name) => [name, all[name]])) as Partial<typeof all>;
}

export const emptyAgreement: Texts<NewName> = {
  ...{ kind: "instrument", type: "", reference: "", title: "", titleAr: "", titleEn: "", purpose: "" },
  ...{ standsFor: "", periodFrom: "", periodTo: "", competence: "", territoryId: "", leadOrganisation: "" },
  ...{ parent: "", nextAction: "", nextActionOn: "", ledToBy: "" },
};
