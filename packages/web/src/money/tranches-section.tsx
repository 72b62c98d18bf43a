// The parts of a contribution: each with its day, its conditions as they stand, and what may be done about it now. The sum
// of the parts stands beside the whole, whether they agree or not.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { may, me } from "../api/account.ts";
import type { OneContribution } from "../api/funding.ts";
import { type Split, type Tranche, tranchesOf } from "../api/tranches.ts";
import type { Space } from "../app/address.ts";
import { Money as Amount, Day, Name } from "../language/figures.tsx";
import { ConditionList } from "./condition-list.tsx";
import { TrancheActs } from "./tranche-acts.tsx";

interface TranchesProps {
  readonly data: OneContribution;
  /** As the address has it: M1. */
  readonly number: string;
  readonly space: Space;
}

export function TranchesSection({ data, number, space }: TranchesProps) {
  const { data: who } = useQuery(me());
  const reads = may(who, "tranches.read");
  const { reference } = data.agreement;
  const { data: found } = useQuery({ ...tranchesOf(reference), enabled: reads });
  if (!reads || !found || data.contribution.inKind) return null;
  const split = found.contributions.find(({ contribution }) => contribution === data.contribution.reference);
  const plans = may(who, "tranches.plan");
  const mayPlan = plans && found.ended === null;
  if (split === undefined && !plans) return null;
  return (
    <Section
      anchor="tranches"
      title={<FormattedMessage id="tranche.title" />}
      note={split && <SumOfParts split={split} />}
    >
      {split === undefined ? (
        <p className="muted">
          <FormattedMessage id="tranche.none" />
        </p>
      ) : (
        <ol className="tranche-list">
          {split.tranches.map((tranche) => (
            <li key={tranche.number}>
              <OneTranche
                tranche={tranche}
                currency={split.currency}
                space={space}
                isOpen={found.ended === null}
              />
            </li>
          ))}
        </ol>
      )}
      {plans && found.ended !== null && (
        <p className="small muted">
          <FormattedMessage id={`tranche.ended.${found.ended}`} />
        </p>
      )}
      {mayPlan && (
        <p className="not-printed">
          <Link
            className="button"
            to="/agreements/$reference/money/$number/tranche"
            params={{ reference, number }}
          >
            <FormattedMessage id="tranche.plan" />
          </Link>
        </p>
      )}
    </Section>
  );
}

function SumOfParts({ split }: { split: Split }) {
  const { currency, planned, difference } = split;
  const sum = <Amount amount={planned} currency={currency} />;
  if (difference === null || Number(difference) === 0)
    return (
      <FormattedMessage id={difference === null ? "tranche.sum" : "tranche.sumCloses"} values={{ sum }} />
    );
  const isAbove = difference.startsWith("-");
  return (
    <span className="attention">
      <FormattedMessage
        id={isAbove ? "tranche.sumAbove" : "tranche.sumBelow"}
        values={{ sum, difference: <Amount amount={difference.replace("-", "")} currency={currency} /> }}
      />
    </span>
  );
}

interface OneTrancheProps {
  readonly tranche: Tranche;
  readonly currency: string;
  readonly space: Space;
  /** Whether its agreement still takes plans. */
  readonly isOpen: boolean;
}

function OneTranche({ tranche, currency, space, isOpen }: OneTrancheProps) {
  const { number, amount, plannedOn, state, isLate, call, droppedWhy } = tranche;
  return (
    <article className="tranche" data-state={state}>
      <header className="tranche-head">
        <h3>
          <FormattedMessage id="tranche.number" values={{ number }} />
        </h3>
        <strong>
          {state === "dropped" ? (
            <del>
              <Amount amount={amount} currency={currency} />
            </del>
          ) : (
            <Amount amount={amount} currency={currency} />
          )}
        </strong>
        <span className={isLate ? "attention" : "muted"}>
          <FormattedMessage
            id={isLate ? "tranche.late" : "tranche.plannedOn"}
            values={{ day: <Day value={plannedOn} /> }}
          />
        </span>
        <span className="tranche-state">
          <FormattedMessage
            id={`tranche.state.${state}`}
            values={{ day: call && <Day value={call.on} />, reason: droppedWhy && <Name>{droppedWhy}</Name> }}
          />
        </span>
      </header>
      {call && (
        <p className="small muted">
          <FormattedMessage
            id="tranche.falls"
            values={{
              paid: <Amount amount={tranche.paid} currency={currency} />,
              justified: <Amount amount={tranche.justified} currency={currency} />,
            }}
          />
        </p>
      )}
      <ConditionList tranche={tranche} currency={currency} space={space} />
      <TrancheActs tranche={tranche} currency={currency} isOpen={isOpen} />
    </article>
  );
}
