// The money of a row in each of its currencies, one under the other: currencies are never added.
import { useIntl } from "react-intl";
import { Money as Amount, NoNumber } from "../language/figures.tsx";
import type { Column } from "../table/data-table.tsx";

export interface InOneCurrency {
  readonly currency: string;
  readonly promised: string | null;
  readonly called: string;
  readonly paid: string;
  readonly justified: string;
  readonly estimated: boolean;
  /** Promised in kind, beside the money. */
  readonly given?: string;
}

const steps = ["promised", "called", "paid", "justified"] as const;

/** `currencies`: those of the whole table, a column of the file for each. */
export function useMoneyColumns<Row>(
  moneyOf: (row: Row) => readonly InOneCurrency[],
  currencies: readonly string[],
): Column<Row>[] {
  const intl = useIntl();
  return steps.map((step) => {
    const label = intl.formatMessage({ id: `money.column.${step}` });
    return {
      ...{ id: step, label, isNumber: true },
      cell: (row: Row) => <Amounts of={moneyOf(row)} step={step} />,
      values: currencies.map((currency) => ({
        label: `${label} (${currency})`,
        of: (row: Row) => {
          const amount = moneyOf(row).find((one) => one.currency === currency)?.[step];
          return amount === undefined || amount === null ? null : Number(amount);
        },
      })),
    };
  });
}

function Amounts({ of, step }: { of: readonly InOneCurrency[]; step: (typeof steps)[number] }) {
  const intl = useIntl();
  const there = of.filter((one) => one[step] !== null && Number(one[step]) !== 0);
  const given = step === "promised" ? of.filter((one) => Number(one.given ?? 0) !== 0) : [];
  if (there.length + given.length === 0) return <NoNumber />;
  return (
    <div className="amounts">
      {there.map((one) => (
        <div key={one.currency}>
          <Amount amount={one[step] ?? "0"} currency={one.currency} />
          {step === "promised" && one.estimated && (
            <span className="small muted"> {intl.formatMessage({ id: "figure.qualifier.estimated" })}</span>
          )}
        </div>
      ))}
      {given.map((one) => (
        <div key={`${one.currency} given`}>
          <Amount amount={one.given ?? "0"} currency={one.currency} />
          <span className="small muted"> {intl.formatMessage({ id: "money.inKind" })}</span>
        </div>
      ))}
    </div>
  );
}
