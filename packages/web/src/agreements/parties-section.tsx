import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { useOrganisationName } from "../api/organisations.ts";
import type { Agreement } from "../api/read.ts";
import { Name } from "../language/figures.tsx";
import { PartiesAbove } from "./parties-above.tsx";
import { Section } from "./section.tsx";
import { ToWords } from "./to-words.tsx";

/** Who is bound, in which role, represented by whom; and whether the texts name it as one who signed. */
export function PartiesSection({ agreement }: { agreement: Agreement }) {
  const parties = agreement.partiesInFull;
  const nameOf = useOrganisationName(agreement.space);
  const signedKnown = agreement.signatures.length > 0 || parties.some((party) => party.signed === true);
  return (
    <Section
      title={<FormattedMessage id="agreement.parties" />}
      note={<FormattedMessage id="agreement.partyCount" values={{ count: parties.length }} />}
    >
      {parties.length === 0 && (
        <p className="muted">
          <FormattedMessage id="agreement.noParty" />
        </p>
      )}
      {parties.length === 0 && <PartiesAbove agreement={agreement} />}
      {parties.length > 0 && !signedKnown && (
        <p className="small attention">
          <FormattedMessage id="agreement.whoSignedUnknown" />
        </p>
      )}
      <ul className="bare-list parties">
        {parties.map((party) => (
          <li key={party.id}>
            <strong>
              <Link to="/partners/$reference" params={{ reference: party.reference }}>
                <Name>{nameOf({ reference: party.reference, name: party.nameAtSignature })}</Name>
              </Link>
            </strong>
            {isRenamed(party, nameOf) && (
              <span className="small muted">
                {" · "}
                <Name>{party.presentName}</Name>
              </span>
            )}
            <span className="small muted">
              {" · "}
              <FormattedMessage id={`agreement.role.${party.role}`} />
              {party.signed === true && (
                <>
                  {" · "}
                  <FormattedMessage id="agreement.hasSigned" />
                </>
              )}
            </span>{" "}
            <ToWords agreement={agreement} rowId={party.id} />
            <Representatives of={party} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Where its official name is shown in the reader's language, the name at signature says nothing more. */
function isRenamed(
  { reference, nameAtSignature, presentName }: Agreement["partiesInFull"][number],
  nameOf: (given: { reference: string; name: string }) => string,
): boolean {
  const shown = nameOf({ reference, name: nameAtSignature });
  return shown === nameAtSignature && presentName.toLowerCase() !== nameAtSignature.toLowerCase();
}

function Representatives({ of: { representatives } }: { of: Agreement["partiesInFull"][number] }) {
  if (representatives.length === 0) return null;
  return (
    <ul className="small">
      {representatives.map((person) => (
        <li key={person.id}>
          {person.name && <Name>{person.name}</Name>}
          {person.name && " · "}
          <Name>{person.function}</Name>
        </li>
      ))}
    </ul>
  );
}
