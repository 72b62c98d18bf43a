// Money by party: what nobody is named for stays unknown, and the control sums are shown, not hidden.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useOrganisationName } from "../api/organisations.ts";
import { type Agreement, agreementMoney, type Money, type When } from "../api/read.ts";
import { isNotAllowed } from "../api/refused.ts";
import type { Space } from "../app/address.ts";
import { Failure } from "../app/failure.tsx";
import { useOpen } from "../app/opened.ts";
import { Money as Amount, Name, NoNumber } from "../language/figures.tsx";
import { CiteAmount } from "../money/cite-amount.tsx";
import { MoneyLinks } from "../money/money-links.tsx";
import { TranchesLine } from "../money/tranches-line.tsx";
import { ReadTogether } from "../rates/read-together.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { MoneyAbove } from "./money-above.tsx";
import { Section } from "./section.tsx";
import { unnamedRest } from "./unnamed-rest.ts";

type Contribution = Money["contributions"][number];

export function MoneySection({ agreement, when }: { agreement: Agreement; when: When }) {
  const { data, error, refetch } = useQuery(agreementMoney(agreement.reference, when));
  if (!data && (error === null || isNotAllowed(error))) return null;
  if (!data)
    return (
      <Section anchor="money" title={<FormattedMessage id="agreement.money" />}>
        <Failure error={error} reset={() => void refetch()} />
      </Section>
    );
  return (
    <Section anchor="money" title={<FormattedMessage id="agreement.money" />}>
      {data.money.length === 0 && (
        <p className="muted">
          <FormattedMessage id="money.none" />
        </p>
      )}
      {data.money.map((money) => (
        <InOneCurrency key={money.currency} money={money} space={agreement.space} />
      ))}
      <ReadTogether
        of={{ agreement: agreement.reference }}
        when={when}
        among={data.money.map(({ currency }) => currency)}
      />
      <TranchesLine agreement={agreement.reference} />
      <MoneyLinks reference={agreement.reference} isOpen={data.takesPledges} />
      <CiteAmount agreement={agreement} money={data.money} />
      <MoneyAbove agreement={agreement} when={when} />
    </Section>
  );
}

function InOneCurrency({ money, space }: { money: Money; space: Space }) {
  const intl = useIntl();
  const columns = useMoneyColumns(money.currency, space);
  return (
    <>
      <DataTable
        name="money"
        caption={intl.formatMessage({ id: "agreement.money" })}
        columns={columns}
        rows={[...money.contributions, ...withoutPayer(money)]}
        keyOf={(row) => row.id}
        whenEmpty={null}
      />
      <ControlSums money={money} />
    </>
  );
}

/** The part that no text gives to anybody, and that no other line holds, is a line of its own. */
function withoutPayer(money: Money): Contribution[] {
  const rest = unnamedRest(money);
  if (rest === null) return [];
  const nothing = { called: "0", paid: "0", justified: "0", purpose: null, inKind: false, versions: 1 };
  return [
    {
      ...nothing,
      id: "without-payer",
      reference: "",
      role: "contribution",
      contributor: null,
      promised: rest,
      original: null,
      qualifier: money.estimated ? "estimated" : "exact",
      basis: money.contributions[0]?.basis ?? "announced",
      sources: [],
    },
  ];
}

function useMoneyColumns(currency: string, space: Space): Column<Contribution>[] {
  const intl = useIntl();
  const label = (key: string) => intl.formatMessage({ id: `money.column.${key}` });
  const amount = (id: "called" | "paid" | "justified"): Column<Contribution> => ({
    id,
    label: label(id),
    isNumber: true,
    cell: (row) =>
      Number(row[id]) === 0 ? (
        <NoNumber />
      ) : (
        <ToContribution row={row} hash={id}>
          <Amount amount={row[id]} currency={currency} />
        </ToContribution>
      ),
  });
  return [
    { id: "payer", label: label("payer"), isName: true, cell: (row) => <Payer row={row} space={space} /> },
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

function Payer({ row, space }: { row: Contribution; space: Space }) {
  const nameOf = useOrganisationName(space);
  if (row.role === "total") {
    return (
      <strong>
        <ToContribution row={row}>
          <FormattedMessage id="money.total" />
        </ToContribution>
      </strong>
    );
  }
  return (
    <>
      <ToContribution row={row}>
        {row.contributor ? (
          <Name>{nameOf(row.contributor)}</Name>
        ) : (
          <em>
            <FormattedMessage id="money.payerUnknown" />
          </em>
        )}
      </ToContribution>
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

interface ToContributionProps {
  readonly row: Contribution;
  /** Where on its page: called, paid, justified. */
  readonly hash?: string;
  readonly children: ReactNode;
}

/** The way to the contribution's rows and papers; what no text gives to anybody has none. */
function ToContribution({ row, hash, children }: ToContributionProps) {
  const [reference = "", number = ""] = row.reference.split("/");
  if (number === "") return children;
  return (
    <Link to="/agreements/$reference/money/$number" params={{ reference, number }} hash={hash}>
      {children}
    </Link>
  );
}

/** What is promised now; where an amendment changed it, what was first signed stands below. */
function Promised({ row, currency }: { row: Contribution; currency: string }) {
  const { original, promised } = row;
  return (
    <>
      <AsPromised row={row} currency={currency} />
      {original !== null && promised !== null && original !== promised && (
        <div className="small muted below-number">
          <FormattedMessage
            id="standings.originally"
            values={{ original: <Amount amount={original} currency={currency} /> }}
          />
        </div>
      )}
    </>
  );
}

/** The amount opens on the words that gave it. */
function AsPromised({ row, currency }: { row: Contribution; currency: string }) {
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
            values={{
              total: amount(total),
              known: amount(known),
              rest: amount(withoutPayer),
              split: Number(withoutPayer) === 0 ? "all" : Number(known) === 0 ? "none" : "some",
            }}
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
