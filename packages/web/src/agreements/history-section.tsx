import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { useOrganisationName } from "../api/organisations.ts";
import type { Agreement } from "../api/read.ts";
import { Day, Instant, Name } from "../language/figures.tsx";
import { StateMark } from "./agreement-words.tsx";
import { Section } from "./section.tsx";

/** Its life as it was recorded: states, amendments, approvals, signatures. */
export function HistorySection({ agreement }: { agreement: Agreement }) {
  const nameOf = useOrganisationName(agreement.space);
  return (
    <Section title={<FormattedMessage id="agreement.history" />}>
      <ol className="bare-list history">
        {agreement.history.map((passage) => (
          <Passage key={passage.recordedAt} passage={passage} />
        ))}
        {agreement.approvals.map((approval) => (
          <Entry key={approval.id} on={approval.decidedOn}>
            <FormattedMessage
              id={`agreement.approval.${approval.kind}`}
              values={{
                number: <Name>{approval.number}</Name>,
                by: (
                  <Name>
                    {nameOf({ reference: approval.organisationReference, name: approval.organisation })}
                  </Name>
                ),
              }}
            />
          </Entry>
        ))}
        {agreement.signatures.map((signature) => (
          <Entry key={signature.id} on={signature.signedOn}>
            <FormattedMessage
              id="agreement.signature"
              values={{
                who: <Name>{signature.person.name ?? signature.person.function}</Name>,
                party: <Name>{nameOf({ reference: signature.organisation, name: signature.party })}</Name>,
              }}
            />
          </Entry>
        ))}
        {agreement.amendments.map((amendment) => (
          <Entry key={amendment.id} on={amendment.effectiveOn} note={amendment.clause}>
            <FormattedMessage
              id="agreement.amendment"
              values={{ number: amendment.number, reason: <Name>{amendment.reason}</Name> }}
            />
            <Changed amendment={amendment} />
          </Entry>
        ))}
      </ol>
    </Section>
  );
}

/** What an amendment changed of the agreement's own fields: what stood before stays readable. */
function Changed({ amendment: { changes } }: { amendment: Agreement["amendments"][number] }) {
  const value = (text: string | null) => {
    if (text === null) return <FormattedMessage id="signing.nothing" />;
    return /^\d{4}-\d{2}-\d{2}$/u.test(text) ? <Day value={text} /> : <Name>{text}</Name>;
  };
  return changes
    .filter(({ field }) => field !== "territoryId")
    .map(({ field, before, after }) => (
      <p key={field} className="small muted">
        <FormattedMessage id={`agreementForm.${field}`} />{" "}
        <FormattedMessage id="signing.shown" values={{ before: value(before), after: value(after) }} />
      </p>
    ));
}

function Passage({ passage }: { passage: Agreement["history"][number] }) {
  return (
    <li>
      <StateMark state={passage.to} reported={passage.reported} />
      <span className="small muted">
        {" · "}
        {passage.effectiveOn ? (
          <Day value={passage.effectiveOn} />
        ) : (
          <FormattedMessage id="agreement.noDay" />
        )}
        {" · "}
        <FormattedMessage id="agreement.recorded" values={{ at: <Instant value={passage.recordedAt} /> }} />
      </span>
      {passage.reason && (
        <p className="small">
          <Name>{passage.reason}</Name>
        </p>
      )}
    </li>
  );
}

function Entry({ on, note, children }: { on: string; note?: string; children: ReactNode }) {
  return (
    <li>
      {children}
      <span className="small muted">
        {" · "}
        <Day value={on} />
        {note && (
          <>
            {" · "}
            <Name>{note}</Name>
          </>
        )}
      </span>
    </li>
  );
}
