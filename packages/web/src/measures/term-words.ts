// A term of a measure in the reader's words: what it is called, and its value with its unit.
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useIntl } from "react-intl";
import { contractTypes, type Term } from "../api/measures.ts";
import { useLabel, useMoney } from "../language/figures.tsx";

/** A term that the office named itself goes by its code. */
export function useTermName() {
  const intl = useIntl();
  return useCallback(
    (setting: string) => {
      const id = `measures.term.${setting}`;
      return intl.messages[id] === undefined ? setting.replaceAll("_", " ") : intl.formatMessage({ id });
    },
    [intl],
  );
}

export function useTermValue() {
  const intl = useIntl();
  const label = useLabel();
  const money = useMoney();
  const { data: contracts } = useQuery(contractTypes());
  return ({ value, unit, currency }: Pick<Term, "value" | "unit" | "currency">): string => {
    if (unit === "money" && currency !== null) return money(value, currency);
    if (unit === "boolean") return intl.formatMessage({ id: `measures.value.${value}` });
    if (unit === "percent")
      return intl.formatNumber(Number(value) / 100, { style: "percent", maximumFractionDigits: 6 });
    if (unit === "contract_type") {
      const found = contracts?.find(({ code }) => code === value);
      return found ? label(found.label) : value;
    }
    const id = `measures.value.${unit}`;
    if (intl.messages[id] === undefined) return `${value} ${unit}`;
    return intl.formatMessage({ id }, { count: Number(value) });
  };
}
