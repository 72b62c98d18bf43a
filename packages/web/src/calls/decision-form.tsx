// The committee's decision: begins with what the ranking proposes; whatever departs from it asks why.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Call, decideCall, type RankedRow, type Ranking } from "../api/calls.ts";
import { useOrganisationName } from "../api/organisations.ts";
import type { Space } from "../app/address.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { Name } from "../language/figures.tsx";
import { readAmount } from "../money/amount.ts";
import { Score, useCallLabel } from "./call-words.tsx";
import { GrantedSum } from "./granted-sum.tsx";
import "../form/rows-field.css";

interface Answer {
  readonly verdict: RankedRow["proposed"];
  readonly granted: string;
  readonly reason: string;
}
const verdicts = ["accepted", "reserve", "rejected"] as const;

export function DecisionForm({ call, ranking }: { call: Call; ranking: Ranking }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const suggest = useSuggestion(call);
  const judged = ranking.rows.filter(({ admitted }) => admitted);
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>(() =>
    Object.fromEntries(judged.map((row) => [row.application, suggest(row)])),
  );
  const granted = Object.values(answers).flatMap(({ verdict, granted: text }) => {
    const amount = verdict === "accepted" ? readAmount(text, call.currency) : null;
    return amount === null ? [] : [amount];
  });
  const [head, setHead] = useState({ decidedOn: "", event: "" });
  const deciding = useMutation({
    mutationFn: () =>
      decideCall(call.reference, {
        decidedOn: head.decidedOn,
        event: head.event.trim() === "" ? null : head.event.trim(),
        verdicts: Object.entries(answers).map(([application, { verdict, granted, reason }]) => ({
          ...{ application, verdict, reason: reason.trim() === "" ? null : reason.trim() },
          granted: verdict === "accepted" ? readAmount(granted, call.currency) : null,
        })),
      }),
    onSuccess: async () => {
      await client.invalidateQueries();
      await navigate({ to: "/calls/$call", params: { call: call.reference } });
    },
  });
  return (
    <Section title={<FormattedMessage id="calls.decide" />}>
      <Form
        onSend={() => deciding.mutate()}
        isSending={deciding.isPending}
        error={deciding.error}
        action={<FormattedMessage id="calls.decideAction" />}
      >
        <HeadQuestions head={head} onChange={setHead} />
        {judged.map((row) => (
          <OneAnswer
            key={row.application}
            row={row}
            space={call.space}
            currency={call.currency}
            answer={answers[row.application] ?? suggest(row)}
            onAnswer={(answer) => setAnswers({ ...answers, [row.application]: answer })}
          />
        ))}
        <GrantedSum granted={granted} envelope={ranking.envelope} currency={call.currency} />
      </Form>
    </Section>
  );
}

interface Head {
  readonly decidedOn: string;
  readonly event: string;
}

/** When it was decided, and at which sitting. */
function HeadQuestions({ head, onChange }: { head: Head; onChange: (head: Head) => void }) {
  return (
    <>
      <TextField
        label={<FormattedMessage id="calls.decidedOn" />}
        type="date"
        isNeeded
        value={head.decidedOn}
        onChange={(decidedOn) => onChange({ ...head, decidedOn })}
      />
      <TextField
        label={<FormattedMessage id="calls.session" />}
        why={<FormattedMessage id="calls.session.why" />}
        direction="ltr"
        most={120}
        value={head.event}
        onChange={(event) => onChange({ ...head, event })}
      />
    </>
  );
}

/** What the ranking proposes, with a reason already where the marks give one. */
function useSuggestion(call: Call) {
  const intl = useIntl();
  const labelOf = useCallLabel();
  return (row: RankedRow): Answer => {
    const least = call.criteria.find(({ number }) => number === row.eliminatedBy[0]);
    const median = row.criteria.find(({ criterion }) => criterion === least?.number)?.median ?? "";
    const reason = least
      ? intl.formatMessage(
          { id: "calls.reason.eliminated" },
          { criterion: labelOf(least), median, scale: least.scale, least: least.atLeast ?? 0 },
        )
      : row.isBelowPass
        ? intl.formatMessage(
            { id: "calls.reason.belowPass" },
            { score: row.score ?? "", pass: call.passMark ?? 0 },
          )
        : "";
    return { verdict: row.proposed, granted: row.asked, reason };
  };
}

interface OneAnswerProps {
  readonly row: RankedRow;
  readonly space: Space;
  readonly currency: string;
  readonly answer: Answer;
  readonly onAnswer: (answer: Answer) => void;
}

function OneAnswer({ row, space, currency, answer, onAnswer }: OneAnswerProps) {
  const nameOf = useOrganisationName(space);
  const intl = useIntl();
  const departs = answer.verdict !== row.proposed;
  const isLess =
    answer.verdict === "accepted" && readAmount(answer.granted, currency) !== readAmount(row.asked, currency);
  const asksWhy = departs || isLess || answer.verdict === "rejected";
  return (
    <fieldset className="rows-row">
      <legend>
        <bdi>{row.rank ?? "–"}</bdi> · <Name>{nameOf(row.organisation)}</Name>
      </legend>
      <p className="small muted">
        <Name>{row.title}</Name>
        {row.score && (
          <>
            {" · "}
            <FormattedMessage id="calls.points" values={{ score: <Score value={row.score} /> }} />
          </>
        )}
      </p>
      <div className="question-pair">
        <ChoiceField
          label={<FormattedMessage id="calls.column.verdict" />}
          value={answer.verdict}
          onChange={(verdict) =>
            onAnswer({ ...answer, verdict: verdicts.find((one) => one === verdict) ?? "rejected" })
          }
          options={verdicts.map((value) => ({
            value,
            words: intl.formatMessage({ id: `calls.verdict.${value}` }),
          }))}
        />
        {answer.verdict === "accepted" && (
          <TextField
            label={<FormattedMessage id="calls.grantedIn" values={{ currency }} />}
            direction="ltr"
            isNeeded
            value={answer.granted}
            onChange={(granted) => onAnswer({ ...answer, granted })}
          />
        )}
      </div>
      {asksWhy && (
        <TextField
          label={<FormattedMessage id={departs ? "calls.whyDeparts" : "calls.publicAnswer"} />}
          why={<FormattedMessage id="calls.publicAnswer.why" />}
          lines={2}
          isNeeded
          least={3}
          most={4000}
          value={answer.reason}
          onChange={(reason) => onAnswer({ ...answer, reason })}
        />
      )}
    </fieldset>
  );
}
