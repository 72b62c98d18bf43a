import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { may, me } from "../api/account.ts";
import { giveTrancheDocument, type Tranche, type TrancheCondition } from "../api/tranches.ts";
import { Form, TextField } from "../form/fields.tsx";
import { useKeptPapers } from "./keep-papers.ts";
import { type PaperGiven, PapersField } from "./papers-field.tsx";

/** Hands in the document that a condition asks for. */
export function GiveDocument({ tranche, condition }: { tranche: Tranche; condition: TrancheCondition }) {
  const client = useQueryClient();
  const [papers, setPapers] = useState<readonly PaperGiven[]>([]);
  const [on, setOn] = useState("");
  const keep = useKeptPapers(tranche.reference.split("/T")[0] ?? "");
  const giving = useMutation({
    mutationFn: async () => {
      const [paper = ""] = await keep(papers.slice(0, 1));
      return giveTrancheDocument({ tranche: tranche.reference, condition: condition.number, paper, on });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["money"] }),
  });
  if (!may(useQuery(me()).data, "tranches.call")) return null;
  return (
    <details className="make not-printed">
      <summary>
        <FormattedMessage id="tranche.giveDocument" />
      </summary>
      <Form
        onSend={() => giving.mutate()}
        isSending={giving.isPending || papers.length === 0}
        error={giving.error}
        action={<FormattedMessage id="tranche.giveDocument" />}
      >
        <PapersField papers={papers} usual="other" onChange={setPapers} isSingle />
        <TextField
          label={<FormattedMessage id="tranche.givenOn" />}
          type="date"
          isNeeded
          value={on}
          onChange={setOn}
        />
      </Form>
    </details>
  );
}
