// Before anybody marks: in which applications she has an interest, or that she has none.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { type Scoring, stateInterests } from "../api/calls.ts";
import { Form, TextField } from "../form/fields.tsx";
import { Name } from "../language/figures.tsx";
import "../form/rows-field.css";

export function InterestsForm({ desk }: { desk: Scoring }) {
  const client = useQueryClient();
  const [natures, setNatures] = useState<Readonly<Record<string, string>>>({});
  const chosen = Object.entries(natures);
  const stating = useMutation({
    mutationFn: () =>
      stateInterests(
        desk.call,
        chosen.map(([application, nature]) => ({ application, nature: nature.trim() })),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["call", desk.call] }),
  });
  const toggle = (id: string) =>
    setNatures(
      id in natures ? Object.fromEntries(chosen.filter(([one]) => one !== id)) : { ...natures, [id]: "" },
    );
  return (
    <Form
      onSend={() => stating.mutate()}
      isSending={stating.isPending}
      error={stating.error}
      action={<FormattedMessage id={chosen.length === 0 ? "calls.noInterest" : "calls.stateInterests"} />}
    >
      <fieldset className="rows-field">
        <legend>
          <FormattedMessage id="calls.interests.ask" />
        </legend>
        <p className="small muted">
          <FormattedMessage id="calls.interests.why" />
        </p>
        {desk.applications.map(({ id, organisation, title }) => (
          <div key={id} className="rows-row">
            <label className="interest">
              <input type="checkbox" checked={id in natures} onChange={() => toggle(id)} />
              <span>
                <Name>{organisation}</Name>
                <span className="small muted">
                  {" · "}
                  <Name>{title}</Name>
                </span>
              </span>
            </label>
            {id in natures && (
              <TextField
                label={<FormattedMessage id="calls.interests.nature" />}
                isNeeded
                least={3}
                most={4000}
                value={natures[id] ?? ""}
                onChange={(nature) => setNatures({ ...natures, [id]: nature })}
              />
            )}
          </div>
        ))}
      </fieldset>
    </Form>
  );
}
