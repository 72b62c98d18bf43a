// Money of several currencies read in one of them: a total only where every amount has a rate, opened to amounts and rates;
// else what is missing, by name. Beside the amounts in their own currencies, never in their place.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { inOneCurrency, type MoneyOf, type ReadAmount, type ReadStep } from "../api/rates.ts";
import type { When } from "../api/read.ts";
import { Money as Amount, Day, Name, NoNumber } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { Worth } from "./worth.tsx";
import "../agreements/agreement.css";
import "../form/form.css";
import "./rates.css";

interface ReadTogetherProps {
  readonly of: MoneyOf;
  readonly when: When;
  /** The currencies that meet: with one nothing is asked. */
  readonly among: readonly string[];
}

export function ReadTogether({ of, when, among }: ReadTogetherProps) {
  const [asked, setAsked] = useState<string>();
  const { data } = useQuery({ ...inOneCurrency(of, asked, when), enabled: among.length > 1 });
  if (!data || data.among.length < 2) return null;
  return (
    <div className="in-one-currency">
      <p className="small">
        <FormattedMessage id="rates.readIn" />{" "}
        {data.among.map((currency) => (
          <button
            key={currency}
            type="button"
            className="plain-button"
            aria-pressed={currency === data.to}
            onClick={() => setAsked(currency)}
          >
            {currency}
          </button>
        ))}
      </p>
      {data.steps.map((step) => (
        <OneStep key={step.step} step={step} to={data.to} />
      ))}
      <Sources />
    </div>
  );
}

function OneStep({ step, to }: { step: ReadStep; to: string }) {
  return (
    <details className="read-step">
      <summary>
        <FormattedMessage id={`money.column.${step.step}`} />{" "}
        {step.total === null ? (
          <span className="attention">
            <FormattedMessage id="rates.noTotal" values={{ count: step.missing.length }} />
          </span>
        ) : (
          <>
            <strong>
              <Amount amount={step.total} currency={to} />
            </strong>{" "}
            <span className="small muted">
              <RatesOf step={step} />
            </span>
          </>
        )}
      </summary>
      {step.missing.length > 0 && (
        <ul className="control-sums small">
          {step.missing.map(({ from, on }) => (
            <li key={`${from} ${on}`} className="attention">
              <FormattedMessage
                id={on === null ? "rates.missingDay" : "rates.missing"}
                values={{ from, to, day: on && <Day value={on} /> }}
              />
            </li>
          ))}
        </ul>
      )}
      <AmountsTable step={step} to={to} />
    </details>
  );
}

/** «converted at the rates of …»: the days on which they were published, the first and the last, and the oldest. */
function RatesOf({ step }: { step: ReadStep }) {
  const used = step.amounts.flatMap(({ rate }) => rate ?? []);
  const days = [...new Set(used.map(({ on }) => on))].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return <FormattedMessage id="rates.noneNeeded" />;
  return (
    <FormattedMessage
      id={first === last ? "rates.atOne" : "rates.atSome"}
      values={{
        first: <Day value={first} />,
        last: <Day value={last} />,
        age: Math.max(...used.map(({ age }) => age)),
      }}
    />
  );
}

function AmountsTable({ step, to }: { step: ReadStep; to: string }) {
  const intl = useIntl();
  const label = (key: string) => intl.formatMessage({ id: `rates.column.${key}` });
  const columns: Column<ReadAmount & { key: string }>[] = [
    {
      id: "contribution",
      label: label("contribution"),
      isName: true,
      cell: ({ contribution }) => <ToContribution reference={contribution} hash={step.step} />,
    },
    { id: "on", label: label("valueDay"), cell: ({ on }) => (on ? <Day value={on} /> : <NoNumber />) },
    {
      id: "amount",
      label: label("amount"),
      isNumber: true,
      cell: ({ amount, currency }) => <Amount amount={amount} currency={currency} />,
    },
    { id: "rate", label: label("rate"), cell: (row) => <RateOf row={row} to={to} /> },
    {
      id: "converted",
      label: label("converted"),
      isNumber: true,
      cell: ({ converted }) =>
        converted === null ? <NoNumber /> : <Amount amount={converted} currency={to} />,
    },
  ];
  return (
    <DataTable
      name={`read-${step.step}`}
      caption={intl.formatMessage({ id: `money.column.${step.step}` })}
      columns={columns}
      rows={step.amounts.map((one, nth) => ({ ...one, key: `${one.contribution} ${nth}` }))}
      keyOf={({ key }) => key}
      whenEmpty={null}
    />
  );
}

function RateOf({ row: { rate, currency }, to }: { row: ReadAmount; to: string }) {
  if (rate === null) return <NoNumber />;
  return (
    <span>
      <Worth of={{ from: currency, to, rate: rate.rate }} />
      <span className="small muted">
        {" · "}
        <FormattedMessage id="rates.age" values={{ day: <Day value={rate.on} />, age: rate.age }} />
        {" · "}
        {rate.address ? (
          <a href={rate.address} target="_blank" rel="noreferrer">
            <Name>{rate.source}</Name>
          </a>
        ) : (
          <Name>{rate.source}</Name>
        )}
      </span>
    </span>
  );
}

function ToContribution({ reference, hash }: { reference: string; hash: string }) {
  const [agreement = "", number = ""] = reference.split("/");
  return (
    <Link to="/agreements/$reference/money/$number" params={{ reference: agreement, number }} hash={hash}>
      <Name>{reference}</Name>
    </Link>
  );
}

function Sources() {
  const { data: who } = useQuery(me());
  return (
    <p className="small muted">
      <FormattedMessage id="rates.how" />{" "}
      {may(who, "rates.read") && (
        <Link to="/rates" search={({ lang, space }) => ({ lang, space })}>
          <FormattedMessage id="shell.rates" />
        </Link>
      )}
    </p>
  );
}
