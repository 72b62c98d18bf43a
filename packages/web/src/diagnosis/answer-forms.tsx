// An action is answered: retained with the promise that carries it, or rejected with a reason for everybody to read.
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { type Diagnosis, type DiagnosisAction, rejectAction, retainAction } from "../api/diagnoses.ts";
import { agreementCommitments } from "../api/read.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { needed } from "../form/needed.ts";
import { PickAgreement } from "../form/picks.tsx";
import { orNull } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { useReadAnew } from "./use-after.ts";

interface AnswerFormsProps {
  readonly diagnosis: Diagnosis;
  readonly action: DiagnosisAction;
}

export function AnswerForms(props: AnswerFormsProps) {
  return (
    <div className="not-printed">
      <RetainForm {...props} />
      <RejectForm {...props} />
    </div>
  );
}

const begin = "begin";

function useCommitments(agreement: string) {
  const { data } = useQuery({ ...agreementCommitments(agreement, {}), enabled: agreement !== "" });
  return (data?.commitments ?? []).filter(({ state }) => state !== "withdrawn");
}

function RetainForm({ diagnosis: { reference, agreement, space }, action: { number } }: AnswerFormsProps) {
  const intl = useIntl();
  const anew = useReadAnew(reference);
  const empty = { agreement: agreement?.reference ?? "", promise: "", answer: "", answerAr: "" };
  const form = useForm({
    name: `diagnosis retain ${reference} ${number}`,
    recorded: { texts: empty, revision: null },
    rules: bodies.retainAction,
    check: (values) => needed(values, "agreement", "promise"),
    about: { "diagnosis.commitment_withdrawn": "promise", "diagnosis.other_space": "agreement" },
    save: (values) =>
      retainAction(reference, number, {
        commitment: values.promise === begin ? null : values.promise,
        beginIn: values.promise === begin ? values.agreement : null,
        ...{ answer: orNull(values.answer), answerAr: orNull(values.answerAr) },
      }),
    onSaved: () => void anew(),
  });
  const promises = useCommitments(form.values.agreement);
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "diagnosis.retain" }, { number })}>
      <PickAgreement form={form} name="agreement" space={space} label="diagnosis.form.carriedIn" />
      {form.values.agreement !== "" && (
        <AskChoice
          form={form}
          name="promise"
          isNeeded
          label="diagnosis.form.commitment"
          why="diagnosis.form.commitment.why"
          options={[
            ...promises.map((one) => ({
              ...{ value: one.reference, words: `${one.reference} · ${one.wording}` },
            })),
            { value: begin, id: "diagnosis.form.beginCommitment" },
          ]}
        />
      )}
      <AskText
        form={form}
        name="answer"
        lines={2}
        label="diagnosis.form.answerToo"
        why="diagnosis.form.answerToo.why"
      />
      <AskText form={form} name="answerAr" lines={2} label="diagnosis.form.answerAr" />
    </AddForm>
  );
}

function RejectForm({ diagnosis: { reference }, action: { number } }: AnswerFormsProps) {
  const intl = useIntl();
  const anew = useReadAnew(reference);
  const form = useForm({
    name: `diagnosis reject ${reference} ${number}`,
    recorded: { texts: { answer: "", answerAr: "" }, revision: null },
    rules: bodies.rejectAction,
    save: ({ answer, answerAr }) =>
      rejectAction(reference, number, { answer: answer.trim(), answerAr: orNull(answerAr) }),
    onSaved: () => void anew(),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "diagnosis.reject" }, { number })}>
      <AskText
        form={form}
        name="answer"
        lines={3}
        label="diagnosis.form.answer"
        why="diagnosis.form.answer.why"
      />
      <AskText form={form} name="answerAr" lines={3} label="diagnosis.form.answerAr" />
    </AddForm>
  );
}
