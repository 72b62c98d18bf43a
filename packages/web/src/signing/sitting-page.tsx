// One session of a body: what it approved, with the number and the vote of each.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { StateMark, useTitle } from "../agreements/agreement-words.tsx";
import { useOrganisationName } from "../api/organisations.ts";
import { type Sitting, sitting as sittingQuery } from "../api/signing.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Day, Name } from "../language/figures.tsx";
import { Vote } from "./signing-section.tsx";

export function SittingPage() {
  const { sitting } = useParams({ from: "/sittings/$sitting" });
  const { data, error, refetch } = useQuery(sittingQuery(sitting));
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={8} />;
  return <Sat sitting={data} />;
}

function Sat({ sitting }: { sitting: Sitting }) {
  const intl = useIntl();
  const title = useTitle();
  const nameOf = useOrganisationName(sitting.space);
  return (
    <Page
      title={<Name>{sitting.label}</Name>}
      name={`${intl.formatMessage({ id: "signing.sitting" })} · ${sitting.label}`}
      lead={
        <>
          <FormattedMessage id={`agreementForm.approval.${sitting.kind}`} />
          {" · "}
          <Link to="/partners/$reference" params={{ reference: sitting.organisation.reference }}>
            <Name>{nameOf(sitting.organisation)}</Name>
          </Link>
          {" · "}
          <Day value={sitting.heldOn} />
          {" · "}
          <FormattedMessage id="signing.approvedHere" values={{ count: sitting.decided.length }} />
        </>
      }
    >
      <ul className="row-list">
        {sitting.decided.map((one) => (
          <li key={`${one.agreement} ${one.number}`}>
            <Link to="/agreements/$reference" params={{ reference: one.agreement }}>
              <Name>{title(one)}</Name>
            </Link>{" "}
            <span className="small muted">
              <Name>{one.agreement}</Name>
              {" · "}
              <FormattedMessage id="signing.decisionNumber" values={{ number: <Name>{one.number}</Name> }} />
            </span>
            <p className="small muted">
              {one.amendment !== null && (
                <>
                  <FormattedMessage id="signing.ofAmendment" values={{ number: one.amendment }} />
                  {" · "}
                </>
              )}
              <Vote of={one} />
              <StateMark state={one.state} reported={false} />
            </p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
