// A correction is a new revision of the same row, at E1 until somebody verifies it again; the first stays readable.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Fact } from "../api/read.ts";
import { type CorrectionBody, correctResult, keepEvidence, type Place } from "../api/results.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { contentOf } from "../intake/open/read-file.ts";
import { Name } from "../language/figures.tsx";
import { EvidenceField, type EvidenceGiven } from "./evidence-field.tsx";
import { PlaceField } from "./place-field.tsx";
import { Chosen } from "./search-field.tsx";
import { educations, placeCode, sexes } from "./told.ts";

interface CorrectFormProps {
  readonly fact: Fact;
  readonly commitment: string;
  readonly space: Space;
}

type Changes = CorrectionBody["changes"];

interface Corrected {
  readonly date: string;
  readonly place: Place | null | "as it was";
  readonly sex: string;
  readonly education: string;
  readonly evidence: EvidenceGiven;
}

const asItIs = (fact: Fact): Corrected => ({
  ...{ date: fact.date, place: "as it was", sex: fact.sex, education: fact.education },
  evidence: { kind: "contract", file: null, reference: fact.evidenceReference ?? "" },
});

/** Only what differs is sent. */
function changesOf(fact: Fact, { date, place, sex, education, evidence }: Corrected): Changes {
  const reference = evidence.reference.trim();
  return {
    ...(date !== fact.date && { date }),
    ...(place !== "as it was" && { place: placeCode(place) }),
    ...(sex !== fact.sex && { sex: sexes.find((one) => one === sex) ?? "U" }),
    ...(education !== fact.education && { education: educations.find((one) => one === education) ?? "U" }),
    ...(reference !== (fact.evidenceReference ?? "") && reference !== "" && { evidenceReference: reference }),
  };
}

export function CorrectForm({ fact, commitment, space }: CorrectFormProps) {
  const intl = useIntl();
  const words = (id: string) => intl.formatMessage({ id: `results.${id}` });
  const [given, setGiven] = useState(() => asItIs(fact));
  const [reason, setReason] = useState("");
  const set = (change: Partial<Corrected>) => setGiven({ ...given, ...change });
  const { date, evidence } = given;
  const changes = changesOf(fact, given);
  const correcting = useCorrecting({ fact: fact.id, commitment, changes, evidence, reason });
  return (
    <section className="question-group">
      <h2>
        <FormattedMessage id="results.correct" />
      </h2>
      <Form
        onSend={() => correcting.mutate()}
        isSending={correcting.isPending}
        error={correcting.error}
        action={<FormattedMessage id="results.correctAction" />}
      >
        <TextField
          label={words("date")}
          type="date"
          isNeeded
          value={date}
          onChange={(chosen) => set({ date: chosen })}
        />
        <CorrectedCells fact={fact} space={space} given={given} set={set} />
        <EvidenceField value={evidence} onChange={(chosen) => set({ evidence: chosen })} />
        <TextField
          label={words("reason")}
          why={words("correctWhy")}
          isNeeded
          least={3}
          most={500}
          value={reason}
          onChange={setReason}
        />
      </Form>
    </section>
  );
}

interface CorrectedCellsProps {
  readonly fact: Fact;
  readonly space: Space;
  readonly given: Corrected;
  readonly set: (change: Partial<Corrected>) => void;
}

function CorrectedCells({ fact, space, given, set }: CorrectedCellsProps) {
  const intl = useIntl();
  const words = (id: string) => intl.formatMessage({ id: `results.${id}` });
  const { place, sex, education } = given;
  return (
    <>
      {place === "as it was" ? (
        <Chosen label={words("place")} onClear={() => set({ place: null })}>
          <PlaceAsItWas place={fact.place} space={space} />
        </Chosen>
      ) : (
        <PlaceField space={space} value={place} onChange={(chosen) => set({ place: chosen })} />
      )}
      <ChoiceField
        label={words("sex")}
        value={sex}
        onChange={(chosen) => set({ sex: chosen })}
        options={sexes.map((value) => ({ value, words: words(`sex.${value}`) }))}
      />
      <ChoiceField
        label={words("education")}
        value={education}
        onChange={(chosen) => set({ education: chosen })}
        options={educations.map((value) => ({ value, words: words(`education.${value}`) }))}
      />
    </>
  );
}

function PlaceAsItWas({ place, space }: { place: string | null; space: Space }) {
  const words = useVocabulary(space);
  if (place === null) return <FormattedMessage id="results.sex.U" />;
  return <Name>{words.place(place)}</Name>;
}

interface Correcting {
  readonly fact: string;
  readonly commitment: string;
  readonly changes: Changes;
  readonly evidence: EvidenceGiven;
  readonly reason: string;
}

function useCorrecting({ fact, commitment, changes, evidence, reason }: Correcting) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      const { kind, file } = evidence;
      const kept =
        file === null
          ? null
          : await keepEvidence({ commitment, kind, name: file.name, base64: await contentOf(file) });
      const proof = kept && { evidenceFile: kept.file, claimed: 2 };
      return correctResult(fact, { reason, changes: { ...changes, ...proof } });
    },
    onSuccess: async ({ fact: revision }) => {
      await Promise.all(
        ["standings", "fact", "facts", "waiting"].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
      await navigate({ to: "/results/fact/$fact", params: { fact: revision } });
    },
  });
}
