// One agreement as it is written: its fields, then who is bound, where it stands, its subjects and its aims.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type Agreement, agreement as agreementQuery } from "../../api/read.ts";
import { useRightsAt } from "../../api/rights.ts";
import { Failure } from "../../app/failure.tsx";
import { Page } from "../../app/page.tsx";
import { useBelongsTo } from "../../app/shown-space.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { Saved } from "../../form/saved.tsx";
import { Name } from "../../language/figures.tsx";
import { Title, useTitle } from "../agreement-words.tsx";
import { AgreementForm } from "./agreement-form.tsx";
import { EditAims } from "./edit-aims.tsx";
import { EditParties } from "./edit-parties.tsx";
import { EditPlace } from "./edit-place.tsx";
import { EditSubjects } from "./edit-subjects.tsx";
import { isFixed } from "./is-fixed.ts";
import "../agreement.css";
import "./agreement-forms.css";
import "./life.css";

export function EditAgreementPage() {
  const { reference } = useParams({ from: "/agreements/$reference/edit" });
  const { data, error, refetch } = useQuery(agreementQuery(reference, {}));
  const { may, isKnown } = useRightsAt({ agreement: reference });
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data || !isKnown) return <Waiting lines={14} />;
  return <EditSheet key={data.id} agreement={data} isAllowed={may("agreements.edit")} />;
}

function EditSheet({ agreement, isAllowed }: { agreement: Agreement; isAllowed: boolean }) {
  const intl = useIntl();
  const title = useTitle();
  const { saved } = useSearch({ from: "/agreements/$reference/edit" });
  const { reference } = agreement;
  const does = intl.formatMessage({ id: "agreementForm.edit" });
  return (
    <Page
      title={<Title of={agreement} />}
      name={`${does} · ${reference} · ${title(agreement)}`}
      lead={
        <>
          <Name>{reference}</Name> · {does} ·{" "}
          <Link to="/agreements/$reference" params={{ reference }}>
            <FormattedMessage id="agreementForm.back" />
          </Link>
        </>
      }
    >
      {saved === "opened" && (
        <Saved>
          <FormattedMessage id="agreementForm.opened" values={{ reference: <Name>{reference}</Name> }} />
        </Saved>
      )}
      {!isAllowed && (
        <p className="attention">
          <FormattedMessage id="form.noRight" />
        </p>
      )}
      {isFixed(agreement) && (
        <p className="attention">
          <FormattedMessage id="agreementForm.fixed" />{" "}
          <Link to="/agreements/$reference/amend" params={{ reference }}>
            <FormattedMessage id="agreementForm.amend" />
          </Link>
        </p>
      )}
      {isAllowed && (
        <div className="agreement-parts">
          <AgreementForm agreement={agreement} />
          <div className="agreement-side">
            <EditParties agreement={agreement} />
            <EditPlace agreement={agreement} />
            <EditSubjects agreement={agreement} />
            <EditAims agreement={agreement} />
          </div>
        </div>
      )}
    </Page>
  );
}
