// Records what an auditor recommends: it is followed up as a committee's decision is.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { recordRecommendation } from "../api/committees.ts";
import type { Agreement } from "../api/read.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";

const empty = { auditor: "", report: "", reportedOn: "", recommendation: "", owner: "", dueOn: "" };

export function RecommendationForm({ agreement }: { agreement: Agreement }) {
  const client = useQueryClient();
  const intl = useIntl();
  const [typed, setTyped] = useState(empty);
  const set = (change: Partial<typeof empty>) => setTyped({ ...typed, ...change });
  const making = useMutation({
    mutationFn: () =>
      recordRecommendation({
        ...{ agreement: agreement.reference, auditor: typed.auditor.trim(), report: typed.report },
        ...{ reportedOn: typed.reportedOn, recommendation: typed.recommendation },
        owner: typed.owner === "" ? null : typed.owner,
        dueOn: typed.dueOn === "" ? null : typed.dueOn,
      }),
    onSuccess: () => {
      setTyped({ ...typed, recommendation: "", owner: "", dueOn: "" });
      return client.invalidateQueries({ queryKey: ["committees", agreement.reference] });
    },
  });
  const parties = new Map(agreement.partiesInFull.map((party) => [party.reference, party.presentName]));
  const nobody = { value: "", words: intl.formatMessage({ id: "decision.noOwner" }) };
  const owners = [nobody, ...[...parties].map(([value, words]) => ({ value, words }))];
  return (
    <details className="make">
      <summary>
        <FormattedMessage id="recommendation.record" />
      </summary>
      <Form
        onSend={() => making.mutate()}
        isSending={making.isPending}
        error={making.error}
        action={<FormattedMessage id="recommendation.action" />}
      >
        <AuditFields typed={typed} set={set} />
        <ChoiceField
          label={<FormattedMessage id="decision.owner" />}
          value={typed.owner}
          onChange={(owner) => set({ owner })}
          options={owners}
        />
        <TextField
          label={<FormattedMessage id="decision.by" />}
          type="date"
          value={typed.dueOn}
          onChange={(dueOn) => set({ dueOn })}
        />
      </Form>
    </details>
  );
}

function AuditFields({ typed, set }: { typed: typeof empty; set: (change: Partial<typeof empty>) => void }) {
  return (
    <>
      <TextField
        label={<FormattedMessage id="recommendation.auditor" />}
        why={<FormattedMessage id="recommendation.auditorWhy" />}
        direction="ltr"
        isNeeded
        value={typed.auditor}
        onChange={(auditor) => set({ auditor })}
      />
      <TextField
        label={<FormattedMessage id="recommendation.report" />}
        isNeeded
        least={3}
        most={300}
        value={typed.report}
        onChange={(report) => set({ report })}
      />
      <TextField
        label={<FormattedMessage id="recommendation.reportedOn" />}
        type="date"
        isNeeded
        value={typed.reportedOn}
        onChange={(reportedOn) => set({ reportedOn })}
      />
      <TextField
        label={<FormattedMessage id="recommendation.words" />}
        lines={3}
        isNeeded
        least={3}
        most={2000}
        value={typed.recommendation}
        onChange={(recommendation) => set({ recommendation })}
      />
    </>
  );
}
