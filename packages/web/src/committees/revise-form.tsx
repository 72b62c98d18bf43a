// Changes what a committee is, with the reason: its name, who presides, its rhythm; or dissolves it.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { type Committee, reviseCommittee } from "../api/committees.ts";
import { Form, TextField } from "../form/fields.tsx";
import { HeadFields, presidents } from "./head-fields.tsx";

type Typed = Readonly<Record<"name" | "nameAr" | "presidedBy" | "months" | "dissolvedOn" | "reason", string>>;

export function ReviseForm({ committee, agreement }: { committee: Committee; agreement: string }) {
  const client = useQueryClient();
  const { name, nameAr, presidedBy, everyMonths } = committee;
  const start: Typed = {
    name,
    nameAr: nameAr ?? "",
    presidedBy,
    months: String(everyMonths ?? ""),
    dissolvedOn: "",
    reason: "",
  };
  const [typed, setTyped] = useState(start);
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  const saving = useMutation({
    mutationFn: () =>
      reviseCommittee(committee.id, {
        ...{ name: typed.name.trim(), nameAr: typed.nameAr.trim() || null, reason: typed.reason.trim() },
        presidedBy: presidents.find((one) => one === typed.presidedBy) ?? "other",
        everyMonths: typed.months === "" ? null : Number(typed.months),
        ...(typed.dissolvedOn !== "" && { dissolvedOn: typed.dissolvedOn }),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["committees", agreement] }),
  });
  return (
    <details className="make">
      <summary>
        <FormattedMessage id="committee.revise" />
      </summary>
      <Form
        onSend={() => saving.mutate()}
        isSending={saving.isPending}
        error={saving.error}
        action={<FormattedMessage id="committee.reviseAction" />}
      >
        <WhatChanges typed={typed} set={set} />
      </Form>
    </details>
  );
}

function WhatChanges({ typed, set }: { typed: Typed; set: (change: Partial<Typed>) => void }) {
  return (
    <>
      <HeadFields typed={typed} set={set} />
      <TextField
        label={<FormattedMessage id="committee.dissolvedOn" />}
        why={<FormattedMessage id="committee.dissolvedWhy" />}
        type="date"
        value={typed.dissolvedOn}
        onChange={(dissolvedOn) => set({ dissolvedOn })}
      />
      <TextField
        label={<FormattedMessage id="committee.reviseReason" />}
        lines={2}
        isNeeded
        least={3}
        most={1000}
        value={typed.reason}
        onChange={(reason) => set({ reason })}
      />
    </>
  );
}
