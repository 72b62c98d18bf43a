// How much, by party; what no text gives to anybody stands under «payer unknown».
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { MoneyAbove } from "../agreements/money-above.tsx";
import { Section } from "../agreements/section.tsx";
import { useOrganisationName } from "../api/organisations.ts";
import { type Agreement, agreementMoney, type Money, type When } from "../api/read.ts";
import { isNotAllowed } from "../api/refused.ts";
import { Failure } from "../app/failure.tsx";
import { Money as Amount, Name, NoNumber } from "../language/figures.tsx";
import { More } from "./sheet-facts.tsx";

const shown = 6;
const columns = ["promised", "called", "paid", "justified"] as const;

export function SheetMoney({ agreement, when }: { agreement: Agreement; when: When }) {
  const { data, error, refetch } = useQuery(agreementMoney(agreement.reference, when));
  return (
    <Section title={<FormattedMessage id="sheet.money" />}>
      {isNotAllowed(error) ? (
        <p className="muted small">
          <FormattedMessage id="places.none.notSeen" />
        </p>
      ) : (
        error && <Failure error={error} reset={() => void refetch()} />
      )}
      {data?.money.length === 0 && (
        <p className="muted small">
          <FormattedMessage id="money.none" />
        </p>
      )}
      {data?.money.slice(0, 2).map((money) => (
        <InCurrency key={money.currency} money={money} agreement={agreement} />
      ))}
      <MoneyAbove agreement={agreement} when={when} />
    </Section>
  );
}

function InCurrency({ money, agreement }: { money: Money; agreement: Agreement }) {
  // Under a stated total, what nobody is named for is one line: the rest of the total.
  const parties = money.contributions.filter(
    ({ role, contributor }) => role === "contribution" && (money.total === null || contributor !== null),
  );
  return (
    <>
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col" className="sheet-cell sheet-head">
              <FormattedMessage id="money.column.payer" />
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="sheet-cell sheet-head number">
                <FormattedMessage id={`money.column.${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parties.slice(0, shown).map((row) => (
            <PayerRow key={row.id} row={row} currency={money.currency} space={agreement.space} />
          ))}
          <UnknownPayer money={money} />
          <TotalRow money={money} />
        </tbody>
      </table>
      <More count={parties.length - shown} />
    </>
  );
}

interface PayerRowProps {
  readonly row: Money["contributions"][number];
  readonly currency: string;
  readonly space: Agreement["space"];
}

function PayerRow({ row, currency, space }: PayerRowProps) {
  const nameOf = useOrganisationName(space);
  return (
    <tr>
      <th scope="row" className="sheet-cell sheet-named">
        {row.contributor ? (
          <Name>{nameOf(row.contributor)}</Name>
        ) : (
          <em>
            <FormattedMessage id="money.payerUnknown" />
          </em>
        )}
        <span className="muted">
          {" · "}
          <FormattedMessage id={`money.basis.${row.basis}`} />
          {row.qualifier !== "exact" && (
            <>
              {" · "}
              <FormattedMessage id={`figure.qualifier.${row.qualifier}`} />
            </>
          )}
        </span>
      </th>
      {columns.map((column) => (
        <SumCell key={column} column={column} amount={row[column]} currency={currency} />
      ))}
    </tr>
  );
}

function UnknownPayer({ money }: { money: Money }) {
  if (money.total === null || Number(money.withoutPayer) === 0) return null;
  return (
    <tr>
      <th scope="row" className="sheet-cell sheet-named">
        <em>
          <FormattedMessage id="money.payerUnknown" />
        </em>
      </th>
      <SumCell column="promised" amount={money.withoutPayer} currency={money.currency} />
      <td className="sheet-cell" colSpan={3} />
    </tr>
  );
}

/** The total as it was stated; where none was, the sum of the parties' shares, and it says so. */
function TotalRow({ money }: { money: Money }) {
  const stated = money.total !== null;
  const { called, paid, justified } = money;
  const sums = { promised: money.total ?? money.known, called, paid, justified };
  return (
    <tr className="sheet-total">
      <th scope="row" className="sheet-cell sheet-named">
        <FormattedMessage id={stated ? "money.total" : "sheet.sum"} />
      </th>
      {columns.map((column) => (
        <SumCell key={column} column={column} amount={sums[column]} currency={money.currency} />
      ))}
    </tr>
  );
}

interface SumCellProps {
  readonly column: (typeof columns)[number];
  readonly amount: string | null;
  readonly currency: string;
}

function SumCell({ column, amount, currency }: SumCellProps) {
  const intl = useIntl();
  return (
    <td className="sheet-cell number" data-label={intl.formatMessage({ id: `money.column.${column}` })}>
      {amount === null || Number(amount) === 0 ? (
        <NoNumber />
      ) : (
        <Amount amount={amount} currency={currency} />
      )}
    </td>
  );
}
