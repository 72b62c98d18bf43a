// Money by party: what nobody is named for stays unknown, and the control sums are shown, not hidden.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { type Agreement, agreementMoney, type Money, type When } from "../api/read.ts";
import { useOpen } from "../app/opened.ts";
import { Money as Amount, Name, NoNumber } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { Section } from "./section.tsx";

type Contribution = Money["contributions"][number];

export function MoneySection({ agreement, when }: { agreement: Agreement; when: When }) {
  const { data } = useQuery(agreementMoney(agreement.reference, when));
  if (!data) return null;
  return (
    <Section title={<FormattedMessage id="agreement.money" />}>
      {data.money.length === 0 && (
        <p className="muted">
          <FormattedMessage id="money.none" />
        </p>
      )}
      {data.money.map((money) => (
        <InOneCurrency key={money.currency} money={money} />
      ))}
    </Section>
  );
}

function InOneCurrency({ money }: { money: Money }) {
  const intl = useIntl();
  const columns = useMoneyColumns(money.currency);
  return (
    <>
      <DataTable
        name="money"
        caption={intl.formatMessage({ id: "agreement.money" })}
        columns={columns}
        rows={money.contributions}
        keyOf={(row) => row.id}
        whenEmpty={null}
      />
      <ControlSums money={money} />
    </>
  );
}

function useMoneyColumns(currency: string): Column<Contribution>[] {
  const intl = useIntl();
  const label = (key: string) => intl.formatMessage({ id: `money.column.${key}` });
  const amount = (id: "called" | "paid" | "justified"): Column<Contribution> => ({
    id,
    label: label(id),
    isNumber: true,
    cell: (row) => (Number(row[id]) === 0 ? <NoNumber /> : <Amount amount={row[id]} currency={currency} />),
  });
  return [
    { id: "payer", label: label("payer"), isName: true, cell: (row) => <Payer row={row} /> },
    {
      id: "promised",
      label: label("promised"),
      isNumber: true,
      cell: (row) => <Promised row={row} currency={currency} />,
    },
    {
      id: "basis",
      label: label("basis"),
      cell: (row) => (
        <>
          <FormattedMessage id={`money.basis.${row.basis}`} />
          {row.qualifier !== "exact" && (
            <>
              {" · "}
              <FormattedMessage id={`figure.qualifier.${row.qualifier}`} />
            </>
          )}
        </>
      ),
    },
    amount("called"),
    amount("paid"),
    amount("justified"),
  ];
}

function Payer({ row }: { row: Contribution }) {
  if (row.role === "total") {
    return (
      <strong>
        <FormattedMessage id="money.total" />
      </strong>
    );
  }
  return (
    <>
      {row.contributor ? (
        <Name>{row.contributor.name}</Name>
      ) : (
        <em>
          <FormattedMessage id="money.payerUnknown" />
        </em>
      )}
      {row.inKind && (
        <>
          {" · "}
          <FormattedMessage id="money.inKind" />
        </>
      )}
      {row.purpose && (
        <span className="small muted">
          {" · "}
          <Name>{row.purpose}</Name>
        </span>
      )}
    </>
  );
}

/** The amount opens on the words that gave it. */
function Promised({ row, currency }: { row: Contribution; currency: string }) {
  const open = useOpen();
  const [source] = row.sources;
  if (row.promised === null) return <NoNumber />;
  const amount = <Amount amount={row.promised} currency={currency} />;
  if (source === undefined) return amount;
  const show = () => open({ kind: "words", document: source.document, passage: source.passage.id });
  return (
    <button type="button" className="figure" onClick={show}>
      {amount}
    </button>
  );
}

function ControlSums({ money }: { money: Money }) {
  const { currency, total, known, withoutPayer, below } = money;
  const amount = (value: string) => <Amount amount={value} currency={currency} />;
  return (
    <ul className="control-sums small">
      {total !== null && (
        <li>
          <FormattedMessage
            id="money.control"
            values={{ total: amount(total), known: amount(known), rest: amount(withoutPayer) }}
          />
        </li>
      )}
      {below && (
        <li>
          <FormattedMessage
            id="money.below"
            values={{ sum: amount(below.sum), difference: amount(below.difference) }}
          />
        </li>
      )}
      {money.estimated && (
        <li>
          <FormattedMessage id="money.estimated" />
        </li>
      )}
    </ul>
  );
}
