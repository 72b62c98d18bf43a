// What the signature rests on: who approved with which vote, who signed against who was announced, and the file.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { useOrganisationName } from "../api/organisations.ts";
import { type Agreement, document as documentQuery } from "../api/read.ts";
import { useRightsAt } from "../api/rights.ts";
import { signatureProvider } from "../api/signing.ts";
import { Count, Day, Name } from "../language/figures.tsx";
import { ApprovalForm } from "./approval-form.tsx";
import { compareSignatories, type PartySigned } from "./compare-signatories.ts";
import { SignatureForm } from "./signature-form.tsx";
import { SignedPage } from "./signed-page.tsx";
import { TextForm } from "./text-form.tsx";
import "../agreements/forms/agreement-forms.css";

const signable: ReadonlySet<Agreement["state"]> = new Set([
  ...(["approved", "signed", "in_force", "suspended", "closing", "closed"] as const),
]);

export function SigningSection({ agreement }: { agreement: Agreement }) {
  const { kind, state, approvals, signatures, signedDocumentId, reference, space } = agreement;
  const { may } = useRightsAt({ agreement: reference });
  const isSignedKind = kind === "instrument" || kind === "contract_programme";
  const maySign = may("agreements.sign") && isSignedKind && signable.has(state);
  const mayApprove = may("agreements.record_approval") && state !== "lead";
  const holds = approvals.length + signatures.length > 0 || signedDocumentId !== null;
  if (!holds && !maySign && !mayApprove) return null;
  return (
    <Section anchor="signing" title={<FormattedMessage id="signing.title" />}>
      <Approvals agreement={agreement} />
      {isSignedKind && holds && signable.has(state) && <Signatories agreement={agreement} />}
      {signedDocumentId && <SignedText id={signedDocumentId} />}
      {maySign && <NoProvider />}
      <div className="not-printed">
        {mayApprove && <ApprovalForm agreement={agreement} />}
        {mayApprove && (
          <p className="small">
            <Link
              to="/sittings/new"
              search={(before) => ({
                ...(before.lang && { lang: before.lang }),
                ...(space === "simulated" && { space }),
                agreement: reference,
              })}
            >
              <FormattedMessage id="signing.severalAtOnce" />
            </Link>
          </p>
        )}
        {maySign && <SignatureForm agreement={agreement} />}
        {maySign && signedDocumentId === null && <TextForm agreement={agreement} />}
      </div>
    </Section>
  );
}

function Approvals({ agreement: { approvals, space } }: { agreement: Agreement }) {
  const nameOf = useOrganisationName(space);
  const bodyOf = (one: Agreement["approvals"][number]) =>
    nameOf({ reference: one.organisationReference, name: one.organisation });
  return (
    <ul className="row-list">
      {approvals.map((one) => (
        <li key={one.id}>
          <FormattedMessage
            id={`agreement.approval.${one.kind}`}
            values={{ number: <Name>{one.number}</Name>, by: <Name>{bodyOf(one)}</Name> }}
          />
          {" · "}
          <Day value={one.decidedOn} />
          {one.amendment !== null && (
            <>
              {" · "}
              <FormattedMessage id="signing.ofAmendment" values={{ number: one.amendment }} />
            </>
          )}
          <p className="small muted">
            <Vote of={one} />
            {one.sitting && (
              <Link to="/sittings/$sitting" params={{ sitting: one.sitting.id }}>
                <Name>{one.sitting.label}</Name>
              </Link>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

interface Voted {
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly votesAbstained: number | null;
}

export function Vote({ of: { votesFor, votesAgainst, votesAbstained } }: { of: Voted }) {
  if (votesFor === null && votesAgainst === null && votesAbstained === null) return null;
  return (
    <>
      <FormattedMessage
        id="signing.vote"
        values={{
          for: <Count value={votesFor} />,
          against: <Count value={votesAgainst} />,
          abstained: <Count value={votesAbstained} />,
        }}
      />{" "}
    </>
  );
}

function Signatories({ agreement }: { agreement: Agreement }) {
  const nameOf = useOrganisationName(agreement.space);
  const parties = compareSignatories(agreement.partiesInFull, agreement.signatures);
  return (
    <ul className="row-list">
      {parties.map((party) => (
        <li key={party.reference}>
          <strong>
            <Name>{nameOf(party)}</Name>
          </strong>
          <Signed party={party} agreement={agreement.reference} />
        </li>
      ))}
    </ul>
  );
}

interface SignedProps {
  readonly party: PartySigned;
  readonly agreement: string;
}

function Signed({ party: { signed, silent, unannounced, sidesMissing }, agreement }: SignedProps) {
  return (
    <ul className="small">
      {signed.length === 0 && (
        <li className="attention">
          <FormattedMessage id="signing.nobody" />
        </li>
      )}
      {signed.map((one) => (
        <li key={one.id}>
          <Name>{one.person.name ?? one.person.function}</Name>
          {" · "}
          <Name>{one.capacity}</Name>
          {one.side && (
            <>
              {" · "}
              <FormattedMessage id={`signing.side.${one.side}`} />
            </>
          )}
          {" · "}
          <Day value={one.signedOn} />
          {one.place && (
            <>
              {" · "}
              <Name>{one.place}</Name>
            </>
          )}
          <span className={one.power ? "muted" : "attention"}>
            {" · "}
            {one.power ? (
              <FormattedMessage id="signing.power" values={{ power: <Name>{one.power}</Name> }} />
            ) : (
              <FormattedMessage id="signing.noPower" />
            )}
          </span>
          {unannounced.includes(one.id) && (
            <span className="attention">
              {" · "}
              <FormattedMessage id="signing.unannounced" />
            </span>
          )}
          <SignedPage agreement={agreement} signature={one} />
        </li>
      ))}
      {silent.map((person) => (
        <li key={person.id} className="attention">
          <FormattedMessage
            id="signing.silent"
            values={{ who: <Name>{person.name ?? person.function}</Name> }}
          />
        </li>
      ))}
      {sidesMissing.map((side) => (
        <li key={side} className="attention">
          <FormattedMessage id={`signing.sideMissing.${side}`} />
        </li>
      ))}
    </ul>
  );
}

/** The file by its hash: who holds the same file can tell that it is this one. */
function SignedText({ id }: { id: string }) {
  const { data } = useQuery(documentQuery(id));
  if (!data) return null;
  return (
    <p className="small">
      <FormattedMessage
        id="signing.text"
        values={{ title: <Name lang={data.language}>{data.title}</Name> }}
      />{" "}
      <bdi className="muted paper-hash">SHA-256 {data.hash}</bdi>
    </p>
  );
}

function NoProvider() {
  const { data } = useQuery(signatureProvider());
  if (!data || data.provider) return null;
  return (
    <p className="small muted">
      <FormattedMessage id="signing.noProvider" />
    </p>
  );
}
