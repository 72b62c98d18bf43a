import { FormattedMessage } from "react-intl";
import type { Agreement } from "../api/read.ts";
import { Day, Instant, Name } from "../language/figures.tsx";
import { StateMark } from "./agreement-words.tsx";
import { Section } from "./section.tsx";

/** Its life as it was recorded: states, amendments, approvals, signatures. */
export function HistorySection({ agreement }: { agreement: Agreement }) {
  const { history, amendments, approvals, signatures } = agreement;
  return (
    <Section title={<FormattedMessage id="agreement.history" />}>
      <ol className="bare-list history">
        {history.map((passage) => (
          <li key={passage.recordedAt}>
            <StateMark state={passage.to} reported={passage.reported} />
            <span className="small muted">
              {" · "}
              {passage.effectiveOn ? (
                <Day value={passage.effectiveOn} />
              ) : (
                <FormattedMessage id="agreement.noDay" />
              )}
              {" · "}
              <FormattedMessage
                id="agreement.recorded"
                values={{ at: <Instant value={passage.recordedAt} /> }}
              />
            </span>
            {passage.reason && (
              <p className="small">
                <Name>{passage.reason}</Name>
              </p>
            )}
          </li>
        ))}
        {approvals.map((approval) => (
          <li key={approval.id}>
            <FormattedMessage
              id={`agreement.approval.${approval.kind}`}
              values={{ number: <Name>{approval.number}</Name>, by: <Name>{approval.organisation}</Name> }}
            />
            <span className="small muted">
              {" · "}
              <Day value={approval.decidedOn} />
            </span>
          </li>
        ))}
        {signatures.map((signature) => (
          <li key={signature.id}>
            <FormattedMessage
              id="agreement.signature"
              values={{
                who: <Name>{signature.person.name ?? signature.person.function}</Name>,
                party: <Name>{signature.party}</Name>,
              }}
            />
            <span className="small muted">
              {" · "}
              <Day value={signature.signedOn} />
            </span>
          </li>
        ))}
        {amendments.map((amendment) => (
          <li key={amendment.id}>
            <FormattedMessage
              id="agreement.amendment"
              values={{ number: amendment.number, reason: <Name>{amendment.reason}</Name> }}
            />
            <span className="small muted">
              {" · "}
              <Day value={amendment.effectiveOn} />
              {" · "}
              <Name>{amendment.clause}</Name>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
