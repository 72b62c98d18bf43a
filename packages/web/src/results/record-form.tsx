// One result: who or what, when and where, the paper that proves it; what it counts for is said before it is saved.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { keepEvidence, type Recorded, recordResult } from "../api/results.ts";
import type { Space } from "../app/address.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { contentOf } from "../intake/open/read-file.ts";
import { EvidenceField, type EvidenceGiven } from "./evidence-field.tsx";
import { PlaceField } from "./place-field.tsx";
import { educations, nothingTyped, sexes, type Typed, toldOf } from "./told.ts";
import { WhatCounts } from "./what-counts.tsx";
import { type Who, WhoField } from "./who-field.tsx";

interface RecordFormProps {
  readonly space: Space;
  readonly commitment: string;
  readonly counts: "person" | "thing";
  readonly onRecorded: (recorded: Recorded) => void;
}

const noEvidence: EvidenceGiven = { kind: "contract", file: null, reference: "" };

export function RecordForm({ space, commitment, counts, onRecorded }: RecordFormProps) {
  const [who, setWho] = useState<Who | null>(null);
  const [thing, setThing] = useState("");
  const [typed, setTyped] = useState<Typed>(nothingTyped);
  const [evidence, setEvidence] = useState(noEvidence);
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  const isThing = counts === "thing";
  const subject = isThing
    ? thing.trim() === ""
      ? null
      : { thing: thing.trim() }
    : who && { id: who.subject };
  const told = toldOf(commitment, subject, typed);
  const saving = useSaving({ commitment, told, evidence, onRecorded });
  const choose = (chosen: Who | null) => {
    setWho(chosen);
    if (chosen) set({ sex: chosen.sex ?? "U", birthDate: chosen.birthDate ?? "" });
  };
  return (
    <div className="two-sides">
      <div className="ask-form">
        {!isThing && <WhoField space={space} commitment={commitment} value={who} onChange={choose} />}
        {(isThing || who) && (
          <Form
            onSend={() => saving.mutate()}
            isSending={saving.isPending || told === null}
            error={saving.error}
            action={<FormattedMessage id={saving.isPending ? "results.saving" : "results.save"} />}
          >
            {isThing && <ThingField value={thing} onChange={setThing} />}
            <Cells space={space} isThing={isThing} typed={typed} set={set} />
            <EvidenceField value={evidence} onChange={setEvidence} />
            <TextField
              label={<FormattedMessage id="results.note" />}
              why={<FormattedMessage id="results.noteWhy" />}
              most={2000}
              value={typed.note}
              onChange={(note) => set({ note })}
            />
          </Form>
        )}
      </div>
      <WhatCounts told={told} />
    </div>
  );
}

interface CellsProps {
  readonly space: Space;
  readonly isThing: boolean;
  readonly typed: Typed;
  readonly set: (change: Partial<Typed>) => void;
}

function Cells({ space, isThing, typed, set }: CellsProps) {
  return (
    <>
      <TextField
        label={<FormattedMessage id="results.date" />}
        why={<FormattedMessage id="results.dateWhy" />}
        type="date"
        isNeeded
        value={typed.date}
        onChange={(date) => set({ date })}
      />
      <PlaceField space={space} value={typed.place} onChange={(place) => set({ place })} />
      {isThing ? (
        <TextField
          label={<FormattedMessage id="results.quantity" />}
          type="number"
          least={1}
          isNeeded
          value={typed.quantity}
          onChange={(quantity) => set({ quantity })}
        />
      ) : (
        <PersonCells typed={typed} set={set} />
      )}
    </>
  );
}

interface Saving {
  readonly commitment: string;
  readonly told: ReturnType<typeof toldOf>;
  readonly evidence: EvidenceGiven;
  readonly onRecorded: (recorded: Recorded) => void;
}

/** Keeps the file, then records the result that names it; a file that was kept is not sent again. */
function useSaving({ commitment, told, evidence, onRecorded }: Saving) {
  const client = useQueryClient();
  const [kept, setKept] = useState<{ readonly of: File; readonly file: string } | null>(null);
  const { kind, file, reference } = evidence;
  const keep = async (): Promise<string | undefined> => {
    if (file === null) return undefined;
    if (kept?.of === file) return kept.file;
    const answer = await keepEvidence({ commitment, kind, name: file.name, base64: await contentOf(file) });
    setKept({ of: file, file: answer.file });
    return answer.file;
  };
  return useMutation({
    mutationFn: async () => {
      if (told === null) throw new Error("the form is not filled in");
      const evidenceFile = await keep();
      const named = { ...(reference.trim() && { evidenceReference: reference.trim() }) };
      return recordResult({ ...told, ...named, ...(evidenceFile && { evidenceFile, claimed: 2 }) });
    },
    onSuccess: async (recorded) => {
      await client.invalidateQueries({ queryKey: ["standings"] });
      onRecorded(recorded);
    },
  });
}

function ThingField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <TextField
      label={<FormattedMessage id="results.thing" />}
      why={<FormattedMessage id="results.thingWhy" />}
      isNeeded
      most={200}
      value={value}
      onChange={onChange}
    />
  );
}

function PersonCells({ typed, set }: { typed: Typed; set: (change: Partial<Typed>) => void }) {
  const intl = useIntl();
  const words = (id: string) => intl.formatMessage({ id: `results.${id}` });
  return (
    <>
      <ChoiceField
        label={words("sex")}
        value={typed.sex}
        onChange={(sex) => set({ sex })}
        options={sexes.map((value) => ({ value, words: words(`sex.${value}`) }))}
      />
      {typed.birthDate === "" && (
        <TextField
          label={words("age")}
          why={words("ageWhy")}
          type="number"
          least={0}
          value={typed.age}
          onChange={(age) => set({ age })}
        />
      )}
      <ChoiceField
        label={words("education")}
        value={typed.education}
        onChange={(education) => set({ education })}
        options={educations.map((value) => ({ value, words: words(`education.${value}`) }))}
      />
    </>
  );
}
