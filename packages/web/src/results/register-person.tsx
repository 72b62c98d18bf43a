// A person whom nobody registered yet: her name goes to the vault, sealed, and is not shown again.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Document } from "../api/persons.ts";
import { registerPerson } from "../api/results.ts";
import type { Space } from "../app/address.ts";
import { ChoiceField, Refusal, TextField } from "../form/fields.tsx";

/** What the form goes on with: her subject id, and what she told that a result needs too. */
export interface Registered {
  readonly subject: string;
  readonly sex?: "F" | "M";
  readonly birthDate?: string;
}

interface RegisterPersonProps {
  readonly space: Space;
  readonly document: Document;
  readonly onRegistered: (registered: Registered) => void;
  readonly onCancel: () => void;
}

export function RegisterPerson({ space, document, onRegistered, onCancel }: RegisterPersonProps) {
  const intl = useIntl();
  const words = (id: string) => intl.formatMessage({ id: `results.${id}` });
  const [name, setName] = useState("");
  const [nameAr, setNameAr] = useState("");
  const [birthDate, setBirthDate] = useState("");
  const [chosen, setSex] = useState("");
  const sex = chosen === "F" || chosen === "M" ? chosen : undefined;
  const told: Pick<Registered, "sex" | "birthDate"> = {
    ...(sex && { sex }),
    ...(birthDate && { birthDate }),
  };
  const registering = useMutation({
    mutationFn: () => {
      const person = { name, ...(nameAr.trim() && { nameAr }), ...told };
      return registerPerson({ space, document, person });
    },
    onSuccess: ({ subject }) => onRegistered({ subject, ...told }),
  });
  return (
    <form
      className="question-group"
      onSubmit={(event) => {
        event.preventDefault();
        registering.mutate();
      }}
    >
      <h2>
        <FormattedMessage id="results.newPerson" />
      </h2>
      <p className="small muted">
        <FormattedMessage id="results.newPersonWhy" />
      </p>
      <TextField label={words("name")} isNeeded most={200} value={name} onChange={setName} />
      <TextField label={words("nameAr")} most={200} value={nameAr} onChange={setNameAr} />
      <TextField label={words("birthDate")} type="date" value={birthDate} onChange={setBirthDate} />
      <ChoiceField
        label={words("sex")}
        value={chosen}
        onChange={setSex}
        options={["", "F", "M"].map((value) => ({ value, words: words(`sex.${value || "U"}`) }))}
      />
      <Refusal error={registering.error} />
      <p className="button-row">
        <button type="submit" className="button" disabled={name.trim() === "" || registering.isPending}>
          <FormattedMessage id="results.register" />
        </button>
        <button type="button" className="plain-button" onClick={onCancel}>
          <FormattedMessage id="results.otherDocument" />
        </button>
      </p>
    </form>
  );
}
