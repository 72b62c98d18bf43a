// One agreement of a committee file: its promises with their bars, its money, and the decisions that are overdue.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { StateMark } from "../agreements/agreement-words.tsx";
import { Section } from "../agreements/section.tsx";
import type { PaperAgreement } from "../api/papers.ts";
import type { Space } from "../app/address.ts";
import { Day, Money, Name, Period, useLabel } from "../language/figures.tsx";
import { DataTable } from "../table/data-table.tsx";
import { usePromiseColumns } from "./promise-columns.tsx";

export function InPaper({ agreement, space }: { agreement: PaperAgreement; space: Space }) {
  const intl = useIntl();
  const label = useLabel();
  const columns = usePromiseColumns(space);
  const { reference, title, promises, money, overdue } = agreement;
  return (
    <Section anchor={reference} title={<Name>{label(title)}</Name>} note={<Facts agreement={agreement} />}>
      <DataTable
        name="paper-promises"
        caption={`${intl.formatMessage({ id: "agreement.commitments" })} · ${reference}`}
        columns={columns}
        rows={promises}
        keyOf={(promise) => promise.reference}
        whenEmpty={<FormattedMessage id="agreement.noCommitment" />}
      />
      {money.map((one) => (
        <MoneyLine key={one.currency} money={one} />
      ))}
      {overdue.length > 0 && <Overdue decisions={overdue} />}
    </Section>
  );
}

function Facts({ agreement }: { agreement: PaperAgreement }) {
  const intl = useIntl();
  const label = useLabel();
  const { reference, state, reported, periodFrom, periodTo, parties } = agreement;
  const names = [...new Set(parties.map(({ name }) => label(name)))];
  return (
    <>
      <Link to="/agreements/$reference" params={{ reference }}>
        <Name>{reference}</Name>
      </Link>
      {" · "}
      <StateMark state={state} reported={reported} />
      {(periodFrom !== null || periodTo !== null) && " · "}
      <Period from={periodFrom} to={periodTo} />
      {names.length > 0 && (
        <div>
          <FormattedMessage
            id="paper.parties"
            values={{ parties: <Name>{intl.formatList(names, { type: "unit" })}</Name> }}
          />
        </div>
      )}
    </>
  );
}

function MoneyLine({ money }: { money: PaperAgreement["money"][number] }) {
  const { currency, total, payerUnknown } = money;
  const parts = ["promised", "called", "paid"] as const;
  return (
    <p className="paper-money small">
      <strong>
        <FormattedMessage id="paper.money" />
      </strong>
      <span>
        <FormattedMessage id="paper.money.total" />{" "}
        {total === null ? (
          <FormattedMessage id="paper.notSaid" />
        ) : (
          <Money amount={total} currency={currency} />
        )}
      </span>
      {parts.map((part) => (
        <span key={part}>
          <FormattedMessage id={`paper.money.${part}`} /> <Money amount={money[part]} currency={currency} />
        </span>
      ))}
      {payerUnknown && (
        <em>
          <FormattedMessage id="money.payerUnknown" />
        </em>
      )}
    </p>
  );
}

function Overdue({ decisions }: { decisions: PaperAgreement["overdue"] }) {
  const label = useLabel();
  return (
    <div className="small">
      <strong className="attention">
        <FormattedMessage id="paper.overdue" />
      </strong>
      <ul className="row-list">
        {decisions.map(({ decision, owner, dueOn, event }) => (
          <li key={`${event} ${decision} ${dueOn}`}>
            <Name>{decision}</Name>
            <span className="muted">
              {owner && (
                <>
                  {" · "}
                  <Name>{label(owner)}</Name>
                </>
              )}
              {dueOn && (
                <>
                  {" · "}
                  <FormattedMessage id="paper.due" values={{ day: <Day value={dueOn} /> }} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
