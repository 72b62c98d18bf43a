// What is proposed, and what became of it: the promise that carries it, or the public answer why not.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Diagnosis, type DiagnosisAction, proposeAction, reconsiderAction } from "../api/diagnoses.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { ChooseMany } from "../form/choose-many.tsx";
import { needed } from "../form/needed.ts";
import { RemoveButton } from "../form/remove-button.tsx";
import { codesOf, orNull } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { Name } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { AnswerForms } from "./answer-forms.tsx";
import { mergedMark, useWords, Words } from "./say.tsx";
import { TableExport } from "./table-export.tsx";
import { useReadAnew } from "./use-after.ts";

export function ActionsSection({ diagnosis }: { diagnosis: Diagnosis }) {
  const intl = useIntl();
  const columns = useActionColumns(diagnosis);
  const { actions: rows, writable, state } = diagnosis;
  const answers = writable.includes("actions");
  if (rows.length === 0 && !answers && state !== "ended") return null;
  const caption = intl.formatMessage({ id: "diagnosis.actions" });
  return (
    <Section anchor="actions" title={caption} note={<Sum actions={rows} />}>
      <DataTable
        name="diagnosis-actions"
        caption={caption}
        columns={columns}
        rows={rows}
        keyOf={({ number }) => String(number)}
        whenEmpty={<FormattedMessage id="diagnosis.noAction" />}
        tools={(shown) => <TableExport table="actions" {...{ diagnosis, caption, columns, shown, rows }} />}
      />
      {answers && <ProposeForm diagnosis={diagnosis} />}
    </Section>
  );
}

function Sum({ actions }: { actions: readonly DiagnosisAction[] }) {
  const count = (state: DiagnosisAction["state"]) => actions.filter((one) => one.state === state).length;
  if (actions.length === 0) return null;
  return (
    <FormattedMessage
      id="diagnosis.actionsSum"
      values={{ retained: count("retained"), rejected: count("rejected"), waiting: count("proposed") }}
    />
  );
}

function useActionColumns(diagnosis: Diagnosis): Column<DiagnosisAction>[] {
  const intl = useIntl();
  const wordsOf = useWords();
  const answerOf = useAnswer();
  const nameOf = useOrganisationName(diagnosis.space);
  const label = (key: string) => intl.formatMessage({ id: `diagnosis.column.${key}` });
  const marks = ({ answers }: DiagnosisAction) => answers.map(mergedMark).join(" ");
  return [
    {
      ...{ id: "number", label: label("number") },
      cell: ({ number }) => (
        <span id={`action-${number}`}>
          <Name>{number}</Name>
        </span>
      ),
      value: ({ number }) => number,
    },
    {
      ...{ id: "action", label: label("action"), isName: true },
      cell: (one) => (
        <span className="merged-words">
          <Words of={one} />
          {one.proposedBy && (
            <span className="small muted">
              <FormattedMessage
                id="diagnosis.proposedBy"
                values={{ who: <Name>{nameOf(one.proposedBy)}</Name> }}
              />
            </span>
          )}
        </span>
      ),
      value: wordsOf,
    },
    {
      ...{ id: "answers", label: label("answersTo") },
      cell: ({ answers }) =>
        answers.map((number) => (
          <a key={number} href={`#merged-${number}`} className="action-link">
            <Name>{mergedMark(number)}</Name>
          </a>
        )),
      value: marks,
    },
    {
      ...{ id: "state", label: label("answer") },
      cell: (one) => <Answered action={one} diagnosis={diagnosis} />,
      values: [
        { label: label("became"), of: (one) => intl.formatMessage({ id: `diagnosis.became.${one.state}` }) },
        { label: label("commitment"), of: ({ commitment }) => commitment?.reference ?? null },
        { label: label("answer"), of: answerOf },
        { label: label("answeredOn"), of: ({ answeredOn }) => answeredOn },
      ],
    },
  ];
}

/** The public answer in the reader's language, where it was given. */
export function useAnswer() {
  const wordsOf = useWords();
  return ({ answer, answerAr }: DiagnosisAction): string | null =>
    answer === null ? null : wordsOf({ words: answer, wordsAr: answerAr });
}

interface AnsweredProps {
  readonly action: DiagnosisAction;
  readonly diagnosis: Diagnosis;
}

function Answered({ action, diagnosis }: AnsweredProps) {
  const answerOf = useAnswer();
  const anew = useReadAnew(diagnosis.reference);
  const edits = diagnosis.writable.includes("actions");
  const { number, state, commitment, words } = action;
  return (
    <div className="answered">
      <p>
        <strong className={state === "proposed" ? "attention" : undefined}>
          <FormattedMessage id={`diagnosis.became.${state}`} />
        </strong>
        {commitment && (
          <>
            {" · "}
            <CommitmentLink commitment={commitment} />
            {commitment.state !== "final" && (
              <span className="small muted">
                {" "}
                <FormattedMessage id={`diagnosis.commitment.${commitment.state}`} />
              </span>
            )}
          </>
        )}
      </p>
      {answerOf(action) && (
        <p className="small">
          <Name>{answerOf(action)}</Name>
        </p>
      )}
      {edits && state === "proposed" && <AnswerForms diagnosis={diagnosis} action={action} />}
      {edits && state !== "proposed" && (
        <RemoveButton
          what={words}
          action={<FormattedMessage id="diagnosis.reconsider" />}
          onRemove={async (reason) => {
            await reconsiderAction(diagnosis.reference, number, reason);
            await anew();
          }}
        />
      )}
    </div>
  );
}

export function CommitmentLink({ commitment }: { commitment: NonNullable<DiagnosisAction["commitment"]> }) {
  const [reference = "", number = ""] = commitment.reference.split("/");
  return (
    <Link to="/agreements/$reference/commitments/$number" params={{ reference, number }} className="nowrap">
      <Name>{commitment.reference}</Name>
    </Link>
  );
}

function ProposeForm({ diagnosis }: { diagnosis: Diagnosis }) {
  const intl = useIntl();
  const wordsOf = useWords();
  const nameOf = useOrganisationName(diagnosis.space);
  const { reference, merged, actors } = diagnosis;
  const anew = useReadAnew(reference);
  const form = useForm({
    name: `diagnosis action ${reference}`,
    recorded: { texts: { words: "", wordsAr: "", answers: "", proposedBy: "" }, revision: null },
    rules: bodies.proposeAction,
    check: (values) => needed(values, "answers"),
    save: (values) =>
      proposeAction(reference, {
        ...{ words: values.words.trim(), wordsAr: orNull(values.wordsAr) },
        ...{ answers: codesOf(values.answers).map(Number), proposedBy: orNull(values.proposedBy) },
      }),
    onSaved: () => {
      form.startAgain();
      void anew();
    },
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "diagnosis.propose" })}>
      <AskText
        form={form}
        name="words"
        lines={2}
        label="diagnosis.form.action"
        why="diagnosis.form.action.why"
      />
      <AskText form={form} name="wordsAr" lines={2} label="diagnosis.form.wordsAr" />
      <ChooseMany
        form={form}
        name="answers"
        label="diagnosis.form.answers"
        options={merged.map((one) => ({
          ...{ value: String(one.number), words: `${mergedMark(one.number)} · ${wordsOf(one)}` },
        }))}
      />
      <AskChoice
        form={form}
        name="proposedBy"
        label="diagnosis.form.proposedBy"
        options={actors.map(({ organisation }) => ({
          ...{ value: organisation.reference, words: nameOf(organisation) },
        }))}
      />
    </AddForm>
  );
}
