// One promise as it is written: its fields, the words that promise it, who may be counted, who does what, and its target.
import { useParams } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import type { Commitment } from "../api/read.ts";
import { useRightsAt } from "../api/rights.ts";
import { CarriesAction } from "../diagnosis/diagnoses-section.tsx";
import { CommitmentDoubts } from "../doubts/commitment-doubts.tsx";
import { CiteWords } from "./cite-words.tsx";
import { CommitmentForm } from "./commitment-form.tsx";
import { CommitmentFrame } from "./commitment-head.tsx";
import { EligibilitySection } from "./eligibility-section.tsx";
import { PromiseFigures } from "./promise-figures.tsx";
import { openTarget } from "./read-commitment.ts";
import { ResponsibilitySection } from "./responsibility-section.tsx";
import { TargetSection } from "./target-section.tsx";

export function CommitmentPage() {
  const { reference, number } = useParams({ from: "/agreements/$reference/commitments/$number" });
  const { may } = useRightsAt({ agreement: reference });
  return (
    <CommitmentFrame reference={`${reference}/${number}`}>
      {(commitment) => (
        <>
          <CarriesAction commitment={commitment.reference} />
          <Parts key={commitment.id} commitment={commitment} mayDraft={may("commitments.draft")} />
        </>
      )}
    </CommitmentFrame>
  );
}

function Parts({ commitment, mayDraft }: { commitment: Commitment; mayDraft: boolean }) {
  const isLiving = commitment.state !== "withdrawn";
  if (!isLiving)
    return (
      <p>
        <FormattedMessage id="commitmentForm.withdrawn" />
      </p>
    );
  return (
    <>
      <PromiseFigures commitment={commitment} />
      <div className="commitment-parts">
        <div>
          <TargetSection commitment={commitment} />
          {mayDraft && openTarget(commitment) === null && <CommitmentForm commitment={commitment} />}
          {!mayDraft && (
            <p className="attention">
              <FormattedMessage id="form.noRight" />
            </p>
          )}
        </div>
        <div className="commitment-side">
          <CiteWords commitment={commitment} />
          <CommitmentDoubts commitment={commitment} />
          <EligibilitySection commitment={commitment} isAllowed={mayDraft} />
          <ResponsibilitySection commitment={commitment} isAllowed={mayDraft} />
        </div>
      </div>
    </>
  );
}
