import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { withdrawResult } from "../api/results.ts";
import { Form, TextField } from "../form/fields.tsx";

interface WithdrawFormProps {
  readonly fact: string;
  readonly onDone?: () => void;
}

/** Takes a result out with the reason: it stays readable, and counts no more. */
export function WithdrawForm({ fact, onDone }: WithdrawFormProps) {
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const undoing = useMutation({
    mutationFn: () => withdrawResult(fact, reason),
    onSuccess: async () => {
      onDone?.();
      await Promise.all(
        ["standings", "fact", "facts", "waiting"].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
  return (
    <details>
      <summary>
        <FormattedMessage id="results.undo" />
      </summary>
      <Form
        onSend={() => undoing.mutate()}
        isSending={undoing.isPending}
        error={undoing.error}
        action={<FormattedMessage id="results.undoAction" />}
      >
        <TextField
          label={<FormattedMessage id="results.reason" />}
          why={<FormattedMessage id="results.undoWhy" />}
          isNeeded
          least={3}
          most={500}
          value={reason}
          onChange={setReason}
        />
      </Form>
    </details>
  );
}
