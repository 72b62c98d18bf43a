// Two sources say two things: a person decides which one holds, from a day on and with a reason, or that none does yet.
// What was decided before stays readable.
import { useIntl } from "react-intl";
import type { Decision } from "../api/decisions.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import { needed } from "../form/needed.ts";
import { orNull } from "../form/texts.ts";
import { useAfter } from "../form/use-after.ts";
import { useForm } from "../form/use-form.ts";

const noneYet = "none";

interface DecideReadingProps {
  /** What the draft of the decision is kept under. */
  readonly of: string;
  readonly readings: readonly { readonly id: string; readonly words: string }[];
  readonly decide: (decision: Decision) => Promise<unknown>;
}

export function DecideReading({ of, readings, decide }: DecideReadingProps) {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: `reading of ${of}`,
    recorded: { texts: { reading: "", decidedOn: "", reason: "" }, revision: null },
    rules: { reason: { type: "string", minLength: 3, maxLength: 2000 } },
    check: (values) => needed(values, "reading", "reason"),
    about: { "sources.decision_in_future": "decidedOn", "sources.decision_older": "decidedOn" },
    save: ({ reading, decidedOn, reason }) =>
      decide({
        assertion: reading === noneYet ? null : reading,
        decidedOn: orNull(decidedOn) ?? undefined,
        reason: reason.trim(),
      }),
    onSaved: () => after(form),
  });
  const none = { value: noneYet, words: intl.formatMessage({ id: "readings.none" }) };
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "readings.decide" })}>
      <AskChoice
        form={form}
        name="reading"
        isNeeded
        label="readings.which"
        options={[...readings.map(({ id, words }) => ({ value: id, words })), none]}
      />
      <AskText form={form} name="decidedOn" type="date" label="readings.on" why="readings.on.why" />
      <AskText
        form={form}
        name="reason"
        lines={2}
        isNeeded
        label="readings.reason"
        why="readings.reason.why"
      />
    </AddForm>
  );
}
