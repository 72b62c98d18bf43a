// What is signed of a promise, and the next step with it: make it final, write the signed target, amend it, split it, or
// take the promise back.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { api, given } from "../api/client.ts";
import { agreement as agreementQuery, type Commitment } from "../api/read.ts";
import { useRightsAt } from "../api/rights.ts";
import { Refusal } from "../form/fields.tsx";
import { RemoveButton } from "../form/remove-button.tsx";
import { openTarget } from "./read-commitment.ts";
import { SetTarget } from "./set-target.tsx";
import { TargetVersions } from "./target-versions.tsx";

export function TargetSection({ commitment }: { commitment: Commitment }) {
  const { may } = useRightsAt({ agreement: commitment.agreement });
  const target = openTarget(commitment);
  const maySign = may("commitments.sign");
  return (
    <Section title={<FormattedMessage id="commitmentForm.target" />}>
      {commitment.versions.length > 0 && <TargetVersions commitment={commitment} />}
      {target === null && <NotSigned commitment={commitment} maySign={maySign} />}
      <p className="button-row">
        {target && <TargetLinks commitment={commitment} maySign={maySign} />}
        {target === null && may("commitments.draft") && <Withdraw commitment={commitment} />}
      </p>
    </Section>
  );
}

function TargetLinks({ commitment, maySign }: { commitment: Commitment; maySign: boolean }) {
  const [reference = "", number = ""] = commitment.reference.split("/");
  return (
    <>
      <Link
        to="/agreements/$reference/commitments/$number/split"
        params={{ reference, number }}
        className="button"
      >
        <FormattedMessage id="commitmentForm.split" />
      </Link>
      {maySign && (
        <Link
          to="/agreements/$reference/commitments/$number/amend"
          params={{ reference, number }}
          className="button"
        >
          <FormattedMessage id="commitmentForm.amend" />
        </Link>
      )}
    </>
  );
}

function NotSigned({ commitment, maySign }: { commitment: Commitment; maySign: boolean }) {
  const { data: agreement } = useQuery(agreementQuery(commitment.agreement, {}));
  const isDefined = commitment.indicator?.state === "defined";
  if (commitment.state === "draft")
    return (
      <>
        <p>
          <FormattedMessage id={isDefined ? "commitmentForm.isDraft" : "commitmentForm.lacksIndicator"} />
        </p>
        {maySign && isDefined && <Finalise reference={commitment.reference} />}
      </>
    );
  if (agreement?.signedDocumentId === null)
    return (
      <p>
        <FormattedMessage id="commitmentForm.noText" />
      </p>
    );
  return maySign ? <SetTarget commitment={commitment} /> : null;
}

function Finalise({ reference }: { reference: string }) {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: () => given(api.POST("/api/v1/commitments/finalise", { body: { commitment: reference } })),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <>
      <Refusal error={act.error} />
      <p>
        <button type="button" className="button" disabled={act.isPending} onClick={() => act.mutate()}>
          <FormattedMessage id="commitmentForm.finalise" />
        </button>
      </p>
    </>
  );
}

function Withdraw({ commitment }: { commitment: Commitment }) {
  const client = useQueryClient();
  const withdraw = async (reason: string) => {
    await given(
      api.POST("/api/v1/commitments/withdraw", { body: { commitment: commitment.reference, reason } }),
    );
    await client.invalidateQueries();
  };
  return (
    <RemoveButton
      what={commitment.wording}
      action={<FormattedMessage id="commitmentForm.withdraw" />}
      onRemove={withdraw}
    />
  );
}
