// The conditions of a tranche as the form asks for them: a row each, of a kind that is read in the register.
import type { TranchePlan } from "../api/tranches.ts";
import type { Fault } from "../form/check-body.ts";
import { type Row, rowsOf, textOfRows } from "../form/rows.ts";
import type { Faults } from "../form/use-form.ts";
import { readAmount } from "./amount.ts";

export const conditionKinds = ["report", "results", "justified", "document"] as const;
export type ConditionKind = (typeof conditionKinds)[number];
export const mostConditions = 10;

const rowFields = ["kind", "report", "commitment", "quantity", "by", "share", "document"] as const;
export type ConditionField = (typeof rowFields)[number];
export type PlannedCondition = Readonly<Record<ConditionField, string>>;
export const emptyCondition: PlannedCondition = {
  ...{ kind: "", report: "", commitment: "", quantity: "", by: "", share: "", document: "" },
};

export const nothingPlanned = { amount: "", plannedOn: "", conditions: "" };
export type Field = keyof typeof nothingPlanned;
type Values = Readonly<Record<Field, string>>;
type Condition = NonNullable<TranchePlan["conditions"]>[number];

export const readCondition = (row: Row): PlannedCondition => ({ ...emptyCondition, ...row });
export const textOfConditions = (rows: readonly PlannedCondition[]): string => textOfRows(rows);
const conditionsOf = (text: string): PlannedCondition[] => rowsOf(text).map(readCondition);

export function conditionsIn({ conditions }: Values): Condition[] {
  return conditionsOf(conditions).flatMap(
    ({ kind, report, commitment, quantity, by, share, document }): Condition[] => {
      if (kind === "report") return [{ kind, report }];
      if (kind === "results") return [{ kind, commitment, quantity: Number(quantity), by }];
      if (kind === "justified") return [{ kind, share: Number(share) }];
      return kind === "document" ? [{ kind, document: document.trim() }] : [];
    },
  );
}

const needed = { id: "form.fault.needed" };

/** What of one condition cannot be saved, by its field. */
export function faultsOfCondition(row: PlannedCondition): Partial<Record<ConditionField, Fault>> {
  const { kind, report, commitment, quantity, by, share, document } = row;
  if (kind === "report") return report === "" ? { report: needed } : {};
  if (kind === "justified") return isShare(share) ? {} : { share: { id: "tranche.fault.share" } };
  if (kind === "document")
    return document.trim().length < 3 ? { document: { id: "form.fault.short", values: { least: 3 } } } : {};
  if (kind !== "results") return { kind: needed };
  return {
    ...(commitment === "" && { commitment: needed }),
    ...(!/^[1-9][0-9]{0,7}$/u.test(quantity.trim()) && { quantity: { id: "form.fault.number" } }),
    ...(by === "" && { by: needed }),
  };
}

const isShare = (text: string) =>
  /^[0-9]{1,3}$/u.test(text.trim()) && Number(text) >= 1 && Number(text) <= 100;

/** What of it cannot be saved; of the conditions the first one that is at fault. */
export function faultsOf({ amount, conditions }: Values, currency: string): Faults<Field> {
  const wrong = conditionsOf(conditions).findIndex((row) => Object.keys(faultsOfCondition(row)).length > 0);
  return {
    ...(readAmount(amount, currency) === null && {
      amount: amount.trim() === "" ? needed : { id: "moneyForm.fault.amount" },
    }),
    ...(wrong >= 0 && { conditions: { id: "tranche.fault.condition", values: { number: wrong + 1 } } }),
  };
}
