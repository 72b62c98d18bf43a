// How findings are ranked, in words: by votes, or by criteria, each on a line of its own.
import { FormattedMessage, useIntl } from "react-intl";
import { type Diagnosis, setRanking } from "../api/diagnoses.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { needed } from "../form/needed.ts";
import { useForm } from "../form/use-form.ts";
import { readCriteria, writeCriteria } from "./read-criteria.ts";
import { useReadAnew } from "./use-after.ts";

const kinds = ["votes", "criteria"] as const;

export function RankingForm({ diagnosis: { reference, ranking } }: { diagnosis: Diagnosis }) {
  const intl = useIntl();
  const anew = useReadAnew(reference);
  const written = ranking?.kind === "criteria" ? writeCriteria(ranking.criteria) : "";
  const texts = { kind: ranking?.kind ?? "", words: ranking?.words ?? "", criteria: written };
  const form = useForm({
    name: `diagnosis ranking ${reference}`,
    recorded: { texts, revision: null },
    rules: bodies.setRanking,
    check: (values) => ({
      ...needed(values, "kind"),
      ...(values.kind === "criteria" &&
        readCriteria(values.criteria) === null && { criteria: { id: "diagnosis.fault.criteria" } }),
    }),
    save: ({ kind, words, criteria }) =>
      setRanking(reference, {
        ...{ kind: kinds.find((one) => one === kind) ?? "votes", words: words.trim() },
        criteria: kind === "criteria" ? (readCriteria(criteria) ?? []) : [],
      }),
    onSaved: () => void anew(),
  });
  const action = intl.formatMessage({ id: ranking ? "diagnosis.setAnew" : "diagnosis.setRanking" });
  return (
    <AddForm form={form} action={action}>
      <AskChoice
        form={form}
        name="kind"
        isNeeded
        label="diagnosis.form.rankingKind"
        options={kinds.map((value) => ({ value, id: `diagnosis.form.ranking.${value}` }))}
      />
      <AskText
        form={form}
        name="words"
        lines={2}
        label="diagnosis.form.rankingWords"
        why={
          <FormattedMessage
            id={ranking ? "diagnosis.form.rankingAgain" : "diagnosis.form.rankingWords.why"}
          />
        }
      />
      {form.values.kind === "criteria" && (
        <AskText
          form={form}
          name="criteria"
          lines={4}
          isNeeded
          label="diagnosis.form.criteria"
          why="diagnosis.form.criteria.why"
        />
      )}
    </AddForm>
  );
}
