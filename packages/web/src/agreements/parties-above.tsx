import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { useOrganisationName } from "../api/organisations.ts";
import { type Agreement, agreement as agreementQuery } from "../api/read.ts";
import { Name } from "../language/figures.tsx";

/** Parties whom the text names for several agreements together: told at their level, given to none of them. */
export function PartiesAbove({ agreement }: { agreement: Agreement }) {
  const parent = agreement.above.at(-1)?.reference;
  const nameOf = useOrganisationName(agreement.space);
  const { data } = useQuery({ ...agreementQuery(parent ?? "", {}), enabled: parent !== undefined });
  if (parent === undefined || !data || data.partiesInFull.length === 0) return null;
  const reference = (
    <Link to="/agreements/$reference" params={{ reference: parent }}>
      <Name>{parent}</Name>
    </Link>
  );
  return (
    <>
      <p className="small muted">
        <FormattedMessage id="agreement.partiesAbove" values={{ reference }} />
      </p>
      <ul>
        {data.partiesInFull.map((party) => (
          <li key={party.id}>
            <Name>{nameOf({ reference: party.reference, name: party.nameAtSignature })}</Name>
            <span className="small muted">
              {" · "}
              <FormattedMessage id={`agreement.role.${party.role}`} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
