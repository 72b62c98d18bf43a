import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import type { Diagnosis } from "../api/diagnoses.ts";
import { Name, Period } from "../language/figures.tsx";
import { AgreementTitle, StageMark, usePlaceName } from "./say.tsx";

/** Under the title: where, when, for which agreement, how, and what to do next. */
export function DiagnosisLead({ diagnosis }: { diagnosis: Diagnosis }) {
  const placeOf = usePlaceName();
  const { reference, state, territory, agreement, startsOn, endsOn, method } = diagnosis;
  return (
    <div className="agreement-lead">
      <p>
        <Name>{reference}</Name>
        {" · "}
        <StageMark state={state} />
        {" · "}
        <Name>{placeOf(territory)}</Name>
        {(startsOn || endsOn) && (
          <>
            {" · "}
            <Period from={startsOn} to={endsOn} />
          </>
        )}
      </p>
      {agreement && (
        <p>
          <FormattedMessage
            id="diagnosis.serves"
            values={{
              agreement: (
                <Link to="/agreements/$reference" params={{ reference: agreement.reference }}>
                  <AgreementTitle of={agreement} />
                </Link>
              ),
            }}
          />
        </p>
      )}
      <p className="diagnosis-method">
        <Name>{method}</Name>
      </p>
      <NextStep diagnosis={diagnosis} />
    </div>
  );
}

function NextStep({ diagnosis: { state, actions } }: { diagnosis: Diagnosis }) {
  if (state === "ended" || state === "abandoned") return null;
  const waiting = actions.filter((one) => one.state === "proposed").length;
  return (
    <p className="next-step">
      <FormattedMessage
        id="agreement.next"
        values={{
          step: (
            <strong>
              <FormattedMessage id={`core.diagnosis.work.${state}`} values={{ waiting }} />
            </strong>
          ),
        }}
      />
    </p>
  );
}
