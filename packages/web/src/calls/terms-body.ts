// The texts of the form of a call, and what the API takes of them.
import type { Call, TermsBody } from "../api/calls.ts";
import { rowsOf, textOfRows } from "../form/rows.ts";
import { codesOf, orNull, wholeNumber } from "../form/texts.ts";
import { readAmount } from "../money/amount.ts";

export const emptyTerms = {
  ...{ agreement: "", launchedBy: "", territory: "", title: "", titleAr: "", purpose: "" },
  ...{ contact: "", provinces: "" },
  ...{ kinds: "association cooperative", currency: "MAD", envelope: "", ceiling: "", ownSharePercent: "10" },
  ...{ passMark: "50", disagreementPercent: "40", opensOn: "", closesOn: "", reason: "" },
  criteria: textOfRows([{ label: "", labelAr: "", weight: "100", scale: "20", atLeast: "" }]),
  documents: "",
};
export type TermsField = keyof typeof emptyTerms;

export const emptyCriterion = { label: "", labelAr: "", weight: "", scale: "20", atLeast: "" };
export const emptyDocument = { label: "", labelAr: "", required: "yes" };

export function textsOfCall(call: Call): Record<TermsField, string> {
  const text = (value: number | null) => (value === null ? "" : String(value));
  return {
    ...{ agreement: call.agreement?.reference ?? "", launchedBy: call.launchedBy.reference },
    ...{ territory: call.territory.id, title: call.title, titleAr: call.titleAr ?? "" },
    ...{ purpose: call.purpose ?? "", contact: call.contact ?? "" },
    ...{ provinces: call.provinces.map(({ id }) => id).join(" ") },
    ...{ kinds: call.kinds.join(" "), currency: call.currency, envelope: call.envelope },
    ...{ ceiling: call.ceiling, ownSharePercent: text(call.ownSharePercent) },
    ...{ passMark: text(call.passMark), disagreementPercent: text(call.disagreementPercent) },
    ...{ opensOn: call.opensOn, closesOn: call.closesOn, reason: "" },
    criteria: textOfRows(
      call.criteria.map(({ label, labelAr, weight, scale, atLeast }) => ({
        ...{ label, labelAr: labelAr ?? "", weight: text(weight), scale: text(scale) },
        atLeast: text(atLeast),
      })),
    ),
    documents: textOfRows(
      call.documents.map(({ label, labelAr, required }) => ({
        ...{ label, labelAr: labelAr ?? "", required: required ? "yes" : "no" },
      })),
    ),
  };
}

export const currencyOf = ({ currency }: { readonly currency: string }) => currency.trim().toUpperCase();

export function termsBody(values: Readonly<Record<TermsField, string>>): TermsBody {
  const currency = currencyOf(values);
  const number = (text: string | undefined, otherwise: number) => wholeNumber(text ?? "") ?? otherwise;
  return {
    ...{ title: values.title.trim(), titleAr: orNull(values.titleAr), purpose: orNull(values.purpose) },
    contact: orNull(values.contact),
    provinces: codesOf(values.provinces),
    kinds: codesOf(values.kinds) as TermsBody["kinds"],
    ...{ currency, envelope: readAmount(values.envelope, currency) ?? "" },
    ceiling: readAmount(values.ceiling, currency) ?? "",
    ownSharePercent: number(values.ownSharePercent, 0),
    passMark: wholeNumber(values.passMark),
    disagreementPercent: number(values.disagreementPercent, 40),
    ...{ opensOn: values.opensOn, closesOn: values.closesOn },
    criteria: rowsOf(values.criteria).map((row) => ({
      ...{ label: (row.label ?? "").trim(), labelAr: orNull(row.labelAr ?? "") },
      ...{ weight: number(row.weight, 0), scale: number(row.scale, 20) },
      atLeast: wholeNumber(row.atLeast ?? ""),
    })),
    documents: rowsOf(values.documents).map((row) => ({
      ...{ label: (row.label ?? "").trim(), labelAr: orNull(row.labelAr ?? "") },
      required: row.required !== "no",
    })),
  };
}
