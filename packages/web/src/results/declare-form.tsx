// A partner's own number for a period, that it gave on paper or by telephone: never added to persons.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { FormattedMessage } from "react-intl";
import { declareInName } from "../api/declarations.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { agreement as agreementQuery, type Commitment, declarations } from "../api/read.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { FileInput } from "../form/file-input.tsx";
import { contentOf } from "../intake/open/read-file.ts";
import { Count, Day, Name, Period } from "../language/figures.tsx";

const nothing = { declarant: "", from: "", to: "", quantity: "", declaredOn: "", note: "" };

export function DeclareForm({ commitment }: { commitment: Commitment }) {
  const { data: agreement } = useQuery(agreementQuery(commitment.agreement, {}));
  const [given, setGiven] = useState({ ...nothing, declarant: commitment.owedBy?.reference ?? "" });
  const [file, setFile] = useState<File | null>(null);
  const set = (change: Partial<typeof nothing>) => setGiven({ ...given, ...change });
  const nameOf = useOrganisationName(commitment.space);
  const parties = new Map((agreement?.parties ?? []).map((party) => [party.reference, nameOf(party)]));
  const sending = useDeclaring(commitment, given, file, () =>
    setGiven({ ...nothing, declarant: given.declarant }),
  );
  return (
    <>
      <Form
        onSend={() => sending.mutate()}
        isSending={sending.isPending}
        error={sending.error}
        action={<FormattedMessage id="declare.send" />}
      >
        <ChoiceField
          label={<FormattedMessage id="declare.declarant" />}
          isNeeded
          value={given.declarant}
          onChange={(declarant) => set({ declarant })}
          options={[["", "…"] as const, ...parties].map(([value, words]) => ({ value, words }))}
        />
        <Days given={given} set={set} />
        <TextField
          label={<FormattedMessage id="declare.quantity" />}
          why={<FormattedMessage id="declare.quantityWhy" />}
          type="number"
          least={0}
          isNeeded
          value={given.quantity}
          onChange={(quantity) => set({ quantity })}
        />
        <StatementFile file={file} onFile={setFile} />
        <TextField
          label={<FormattedMessage id="results.note" />}
          why={<FormattedMessage id="results.noteWhy" />}
          most={2000}
          value={given.note}
          onChange={(note) => set({ note })}
        />
      </Form>
      {sending.data && (
        <p className="done" role="status">
          <FormattedMessage
            id={sending.data.version === 1 ? "declare.done" : "declare.replaced"}
            values={{ commitment: <Name>{commitment.reference}</Name> }}
          />
        </p>
      )}
    </>
  );
}

function useDeclaring(commitment: Commitment, given: typeof nothing, file: File | null, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { declarant, from, to, quantity, declaredOn, note } = given;
      return declareInName({
        ...{ commitment: commitment.reference, declarant, period: { from, to }, quantity: Number(quantity) },
        ...(declaredOn && { declaredOn }),
        ...(note.trim() && { note: note.trim() }),
        file: file && { name: file.name, base64: await contentOf(file) },
      });
    },
    onSuccess: async () => {
      onDone();
      await Promise.all(
        ["declarations", "standings"].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
}

interface DaysProps {
  readonly given: typeof nothing;
  readonly set: (change: Partial<typeof nothing>) => void;
}

function Days({ given, set }: DaysProps) {
  return (
    <>
      <TextField
        label={<FormattedMessage id="declare.from" />}
        type="date"
        isNeeded
        value={given.from}
        onChange={(from) => set({ from })}
      />
      <TextField
        label={<FormattedMessage id="declare.to" />}
        type="date"
        isNeeded
        value={given.to}
        onChange={(to) => set({ to })}
      />
      <TextField
        label={<FormattedMessage id="declare.on" />}
        why={<FormattedMessage id="declare.onWhy" />}
        type="date"
        value={given.declaredOn}
        onChange={(declaredOn) => set({ declaredOn })}
      />
    </>
  );
}

interface StatementFileProps {
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
}

function StatementFile({ file, onFile }: StatementFileProps) {
  const id = useId();
  return (
    <div className="question">
      <label htmlFor={id}>
        <FormattedMessage id="declare.file" />
      </label>
      <FileInput
        control={{ id }}
        accepted=".pdf,.jpg,.jpeg,.png,.webp,.heic,.xlsx,.docx,.csv,.txt"
        files={file === null ? [] : [file]}
        onFiles={([chosen = null]) => onFile(chosen)}
      />
    </div>
  );
}

/** What was declared so far under the commitment. */
export function DeclaredSoFar({ commitment: { reference, space } }: { commitment: Commitment }) {
  const nameOf = useOrganisationName(space);
  const { data } = useQuery(declarations(reference, {}));
  if (!data) return null;
  return (
    <section className="answer">
      <h2>
        <FormattedMessage id="declare.soFar" />
      </h2>
      {data.declarations.length === 0 && (
        <p className="muted">
          <FormattedMessage id="declare.nothingYet" />
        </p>
      )}
      <ul className="levels">
        {data.declarations.map((one) => (
          <li key={`${one.declarant} ${one.from}`}>
            <span>
              <Name>{nameOf({ reference: one.declarant, name: one.declarantName })}</Name> ·{" "}
              <Period from={one.from} to={one.to} />{" "}
              <span className="small muted">
                <Day value={one.declaredOn} />
              </span>
            </span>
            <strong className="number">
              <Count value={one.quantity} />
            </strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
