// The conditions of a tranche as the form asks for them: at most one of each kind that is read, and a document a line.
import type { TranchePlan } from "../api/tranches.ts";
import type { Faults } from "../form/use-form.ts";
import { readAmount } from "./amount.ts";

export const nothingPlanned = {
  ...{
    amount: "",
    plannedOn: "",
    report: "",
    commitment: "",
    quantity: "",
    by: "",
    share: "",
    documents: "",
  },
};
export type Field = keyof typeof nothingPlanned;
type Values = Readonly<Record<Field, string>>;

export function conditionsIn(values: Values): NonNullable<TranchePlan["conditions"]> {
  const { report, commitment, quantity, by, share, documents } = values;
  return [
    ...(report === "" ? [] : [{ kind: "report" as const, report }]),
    ...(commitment === "" ? [] : [{ kind: "results" as const, commitment, quantity: Number(quantity), by }]),
    ...(share.trim() === "" ? [] : [{ kind: "justified" as const, share: Number(share) }]),
    ...linesOf(documents).map((document) => ({ kind: "document" as const, document })),
  ];
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** What of it cannot be saved. */
export function faultsOf(values: Values, currency: string): Faults<Field> {
  const needed = { id: "form.fault.needed" };
  const { amount, commitment, quantity, by, share, documents } = values;
  const isShare = /^[0-9]{1,3}$/u.test(share.trim()) && Number(share) >= 1 && Number(share) <= 100;
  return {
    ...(readAmount(amount, currency) === null && {
      amount: amount.trim() === "" ? needed : { id: "moneyForm.fault.amount" },
    }),
    ...(commitment !== "" &&
      !/^[1-9][0-9]{0,7}$/u.test(quantity.trim()) && { quantity: { id: "form.fault.number" } }),
    ...(commitment !== "" && by === "" && { by: needed }),
    ...(share.trim() !== "" && !isShare && { share: { id: "tranche.fault.share" } }),
    ...(linesOf(documents).some((line) => line.length < 3) && {
      documents: { id: "form.fault.short", values: { least: 3 } },
    }),
  };
}
