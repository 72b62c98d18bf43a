import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { DormantSince } from "../alarms/dormant.tsx";
import { type Agreement, agreementNext } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { Day, Name, Period, usePartialDay } from "../language/figures.tsx";
import { Unreviewed } from "../translations/unreviewed.tsx";
import { KindWords, StateMark } from "./agreement-words.tsx";
import { TimeElapsed } from "./time-elapsed.tsx";

/** Under the title: reference, kind, state, when and where it was signed as far as the texts say, and what to do next. */
export function AgreementLead({ agreement, asOf }: { agreement: Agreement; asOf: string | undefined }) {
  const partialDay = usePartialDay();
  const words = useVocabulary(agreement.space);
  const signedOn = partialDay(agreement.signedOn);
  return (
    <div className="agreement-lead">
      <p>
        <Unreviewed isReviewed={agreement.arReviewed} />
        <Name>{agreement.reference}</Name>
        {" · "}
        <KindWords kind={agreement.kind} type={agreement.type} />
        {" · "}
        <StateMark state={agreement.state} reported={agreement.reported} />
        {signedOn && (
          <>
            {" · "}
            <FormattedMessage id="agreement.signedOn" values={{ day: signedOn }} />
          </>
        )}
        {agreement.territoryId && (
          <>
            {" · "}
            <Name>{words.placeById(agreement.territoryId)}</Name>
          </>
        )}
        {(agreement.periodFrom || agreement.periodTo) && (
          <>
            {" · "}
            <Period from={agreement.periodFrom} to={agreement.periodTo} />
            <TimeElapsed agreement={agreement} asOf={asOf} />
          </>
        )}
      </p>
      {agreement.kind === "bundle" && (
        <p>
          {agreement.standsFor === null ? (
            <FormattedMessage id="agreement.bundleUnknown" />
          ) : (
            <FormattedMessage id="agreement.bundleOf" values={{ count: agreement.standsFor }} />
          )}
        </p>
      )}
      {agreement.purpose && !agreement.title.includes(agreement.purpose) && (
        <p>
          <Name>{agreement.purpose}</Name>
        </p>
      )}
      <DormantSince agreement={agreement} />
      <Next agreement={agreement} />
    </div>
  );
}

function Next({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const { data } = useQuery(agreementNext(agreement.reference));
  const key = data?.steps[0]?.key;
  const id = `core.agreements.next.${key}`;
  const awaited = key && intl.messages[id] !== undefined ? intl.formatMessage({ id }) : null;
  const next = agreement.nextAction ?? awaited;
  if (next === null) return null;
  return (
    <p className="next-step">
      <FormattedMessage id="agreement.next" values={{ step: <strong>{next}</strong> }} />
      {agreement.nextActionOn && (
        <>
          {" · "}
          <Day value={agreement.nextActionOn} />
        </>
      )}
    </p>
  );
}
