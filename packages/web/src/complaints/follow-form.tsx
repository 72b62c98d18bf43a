// With the receipt: what became of it, and a way to add something.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { addToComplaint, type FollowedComplaint, followComplaint } from "../api/persons.ts";
import { Form, TextField } from "../form/fields.tsx";
import { Entries } from "./entries.tsx";
import "../people/people.css";

export function FollowForm() {
  const [receipt, setReceipt] = useState("");
  const followed = useMutation({ mutationFn: () => followComplaint(receipt) });
  return (
    <>
      <Form
        onSend={() => followed.mutate()}
        isSending={followed.isPending}
        error={followed.error}
        action={<FormattedMessage id="complaints.followAction" />}
      >
        <TextField
          label={<FormattedMessage id="complaints.receipt" />}
          direction="ltr"
          most={40}
          isNeeded
          value={receipt}
          onChange={setReceipt}
        />
      </Form>
      {followed.data && (
        <Followed complaint={followed.data} receipt={receipt} onAdded={() => followed.mutate()} />
      )}
    </>
  );
}

interface FollowedProps {
  readonly complaint: FollowedComplaint;
  readonly receipt: string;
  readonly onAdded: () => void;
}

function Followed({ complaint, receipt, onAdded }: FollowedProps) {
  const [text, setText] = useState("");
  const added = useMutation({
    mutationFn: () => addToComplaint(receipt, text),
    onSuccess: () => {
      setText("");
      onAdded();
    },
  });
  return (
    <div className="answer">
      <h2>
        <FormattedMessage id={`complaints.state.${complaint.state}`} />
        {complaint.decision && (
          <>
            {" · "}
            <FormattedMessage id={`complaints.decision.${complaint.decision}`} />
          </>
        )}
      </h2>
      <Entries entries={complaint.entries} />
      <Form
        onSend={() => added.mutate()}
        isSending={added.isPending}
        error={added.error}
        action={<FormattedMessage id="complaints.addAction" />}
      >
        <TextField
          label={<FormattedMessage id="complaints.add" />}
          lines={3}
          least={3}
          most={4000}
          isNeeded
          value={text}
          onChange={setText}
        />
      </Form>
    </div>
  );
}
