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
import { educations, placeCode } from "./told.ts";

interface CorrectFormProps {
  readonly fact: Fact;
  readonly commitment: string;
  readonly space: Space;
}

type Changes = CorrectionBody["changes"];

export function CorrectForm({ fact, commitment, space }: CorrectFormProps) {
  const intl = useIntl();
  const words = (id: string) => intl.formatMessage({ id: `results.${id}` });
  const [date, setDate] = useState(fact.date);
  const [place, setPlace] = useState<Place | null | "as it was">("as it was");
  const [sex, setSex] = useState(fact.sex);
  const [education, setEducation] = useState(fact.education);
  const [reason, setReason] = useState("");
  const [evidence, setEvidence] = useState<EvidenceGiven>({
    kind: "contract",
    file: null,
    reference: fact.evidenceReference ?? "",
  });
  const changes: Changes = {
    ...(date !== fact.date && { date }),
    ...(place !== "as it was" && { place: placeCode(place) }),
    ...(sex !== fact.sex && (sex === "F" || sex === "M" || sex === "U") && { sex }),
    ...(education !== fact.education && { education: educations.find((one) => one === education) ?? "U" }),
    ...(evidence.reference.trim() !== (fact.evidenceReference ?? "") &&
      evidence.reference.trim() !== "" && { evidenceReference: evidence.reference.trim() }),
  };
  const correcting = useCorrecting({ fact: fact.id, commitment, changes, evidence, reason });
  return (
    <section>
      <h2>
        <FormattedMessage id="results.correct" />
      </h2>
      <Form
        onSend={() => correcting.mutate()}
        isSending={correcting.isPending}
        error={correcting.error}
        action={<FormattedMessage id="results.correctAction" />}
      >
        <TextField label={words("date")} type="date" isNeeded value={date} onChange={setDate} />
        {place === "as it was" ? (
          <Chosen label={words("place")} onClear={() => setPlace(null)}>
            <PlaceAsItWas place={fact.place} space={space} />
          </Chosen>
        ) : (
          <PlaceField space={space} value={place} onChange={setPlace} />
        )}
        <ChoiceField
          label={words("sex")}
          value={sex}
          onChange={setSex}
          options={["U", "F", "M"].map((value) => ({ value, words: words(`sex.${value}`) }))}
        />
        <ChoiceField
          label={words("education")}
          value={education}
          onChange={setEducation}
          options={educations.map((value) => ({ value, words: words(`education.${value}`) }))}
        />
        <EvidenceField value={evidence} onChange={setEvidence} />
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
