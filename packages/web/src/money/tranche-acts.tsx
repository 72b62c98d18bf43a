// What may be done about a tranche: called when its conditions are met or waived, changed or given up before that.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { callTranche, dropTranche, reviseTranche, type Tranche } from "../api/tranches.ts";
import { Form, TextField } from "../form/fields.tsx";
import { RemoveButton } from "../form/remove-button.tsx";
import { readAmount } from "./amount.ts";
import { useKeptPapers } from "./keep-papers.ts";
import { type PaperGiven, PapersField } from "./papers-field.tsx";
import { TwinQuestion, useTwin } from "./twin.tsx";

interface ActsProps {
  readonly tranche: Tranche;
  readonly currency: string;
}

export function TrancheActs({ tranche, currency, isOpen }: ActsProps & { readonly isOpen: boolean }) {
  const { data: who } = useQuery(me());
  const intl = useIntl();
  const client = useQueryClient();
  if (tranche.state === "called" || tranche.state === "dropped") return null;
  const drop = async (reason: string) => {
    await dropTranche(tranche.reference, reason);
    await client.invalidateQueries({ queryKey: ["money"] });
  };
  return (
    <div className="button-row not-printed">
      {tranche.state === "ready" && may(who, "tranches.call") && <Call tranche={tranche} />}
      {may(who, "tranches.plan") && (
        <>
          {isOpen && <Revise tranche={tranche} currency={currency} />}
          <RemoveButton
            what={intl.formatMessage({ id: "tranche.number" }, { number: tranche.number })}
            action={<FormattedMessage id="tranche.drop" />}
            onRemove={drop}
          />
        </>
      )}
    </div>
  );
}

function Call({ tranche }: { tranche: Tranche }) {
  const client = useQueryClient();
  const [papers, setPapers] = useState<readonly PaperGiven[]>([]);
  const [on, setOn] = useState("");
  const [again, setAgain] = useState("");
  const twins = useTwin();
  const keep = useKeptPapers(tranche.reference.split("/T")[0] ?? "");
  const calling = useMutation({
    mutationFn: async () => {
      const given = { tranche: tranche.reference, on, papers: await keep(papers), again: again === on };
      return twins.asking(on, () => callTranche(given));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["money"] }),
  });
  const twin = twins.of(on, calling.error);
  return (
    <details className="make">
      <summary>
        <FormattedMessage id="tranche.call" values={{ number: tranche.number }} />
      </summary>
      <Form
        refusal={
          twin && (
            <TwinQuestion
              twin={twin}
              isAnother={again === on}
              onTick={(isAnother) => setAgain(isAnother ? on : "")}
            />
          )
        }
        onSend={() => calling.mutate()}
        isSending={calling.isPending}
        error={calling.error}
        action={<FormattedMessage id="tranche.call" values={{ number: tranche.number }} />}
      >
        <TextField
          label={<FormattedMessage id="move.day.called" />}
          why={<FormattedMessage id="move.on.called" />}
          type="date"
          isNeeded
          value={on}
          onChange={setOn}
        />
        <PapersField papers={papers} usual="call_letter" onChange={setPapers} />
      </Form>
    </details>
  );
}

function Revise({ tranche, currency }: ActsProps) {
  const client = useQueryClient();
  const [typed, setTyped] = useState({ amount: tranche.amount, plannedOn: tranche.plannedOn, reason: "" });
  const set = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const revising = useMutation({
    mutationFn: () =>
      reviseTranche({
        ...{ tranche: tranche.reference, plannedOn: typed.plannedOn, reason: typed.reason.trim() },
        amount: readAmount(typed.amount, currency) ?? typed.amount,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["money"] }),
  });
  return (
    <details className="make">
      <summary>
        <FormattedMessage id="tranche.revise" />
      </summary>
      <Form
        onSend={() => revising.mutate()}
        isSending={revising.isPending}
        error={revising.error}
        action={<FormattedMessage id="tranche.revise" />}
      >
        <TextField
          label={<FormattedMessage id="tranche.amount" values={{ currency }} />}
          direction="ltr"
          isNeeded
          value={typed.amount}
          onChange={(amount) => set({ amount })}
        />
        <TextField
          label={<FormattedMessage id="tranche.day" />}
          type="date"
          isNeeded
          value={typed.plannedOn}
          onChange={(plannedOn) => set({ plannedOn })}
        />
        <TextField
          label={<FormattedMessage id="form.removeWhy" />}
          isNeeded
          least={3}
          most={1000}
          value={typed.reason}
          onChange={(reason) => set({ reason })}
        />
      </Form>
    </details>
  );
}
