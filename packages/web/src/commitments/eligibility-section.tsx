// Who may be counted: rules of one kind are alternatives, different kinds all hold. They are saved together.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { api, given } from "../api/client.ts";
import type { Commitment } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { AskChoice, AskText } from "../form/asked.tsx";
import { useCatalogue } from "../form/catalogue.ts";
import { ChooseMany } from "../form/choose-many.tsx";
import { FormShell } from "../form/form-shell.tsx";
import { PickTerritory } from "../form/picks.tsx";
import { Saved } from "../form/saved.tsx";
import { type FormState, useForm } from "../form/use-form.ts";
import { territories } from "../users/places.ts";
import { checkRules, type RuleName, rulesOf, textsOfRules } from "./eligibility.ts";
import { commitmentQuery } from "./read-commitment.ts";

interface EligibilitySectionProps {
  readonly commitment: Commitment;
  readonly isAllowed: boolean;
}

export function EligibilitySection({ commitment, isAllowed }: EligibilitySectionProps) {
  const { data: places } = useQuery(territories(commitment.space));
  return (
    <Section title={<FormattedMessage id="commitmentForm.eligibility" />}>
      <Rules commitment={commitment} />
      {isAllowed && places && (
        <details className="add-part">
          <summary>
            <FormattedMessage id="commitmentForm.eligibility.edit" />
          </summary>
          <RulesForm
            commitment={commitment}
            idOf={(code) => places.find((one) => one.code === code)?.id ?? ""}
          />
        </details>
      )}
    </Section>
  );
}

function Rules({ commitment }: { commitment: Commitment }) {
  const intl = useIntl();
  const words = useVocabulary(commitment.space);
  const say = (rule: string, value: string) => {
    if (rule === "residence") return words.place(value);
    if (rule === "population") return words.population(value);
    if (rule === "milieu") return intl.formatMessage({ id: `commitmentForm.milieu.${value}` });
    return rule === "sex" ? intl.formatMessage({ id: `commitmentForm.sex.${value}` }) : value;
  };
  if (commitment.eligibility.length === 0)
    return (
      <p className="muted">
        <FormattedMessage id="commitmentForm.everybody" />
      </p>
    );
  return (
    <dl className="pairs">
      {[...Map.groupBy(commitment.eligibility, ({ rule }) => rule)].map(([rule, values]) => (
        <div key={rule} className="pair">
          <dt>
            <FormattedMessage id={`commitmentForm.rule.${rule}`} />
          </dt>
          <dd>
            {intl.formatList(
              values.map(({ value }) => say(rule, value)),
              { type: "disjunction" },
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface RulesFormProps {
  readonly commitment: Commitment;
  readonly idOf: (code: string) => string;
}

function RulesForm({ commitment, idOf }: RulesFormProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const [saved, setSaved] = useState(false);
  const { reference } = commitment;
  const recordedOf = (one: Commitment) => ({ texts: textsOfRules(one, idOf), revision: one.revision });
  const form = useForm<RuleName, unknown>({
    name: `eligibility of ${reference}`,
    recorded: recordedOf(commitment),
    check: checkRules,
    save: (values, _changed, revision) =>
      given(
        api.POST("/api/v1/commitments/set-eligibility", {
          body: { commitment: reference, rules: rulesOf(values), revision },
        }),
      ),
    readAgain: async () =>
      recordedOf(await client.fetchQuery({ ...commitmentQuery(reference), staleTime: 0 })),
    onSaved: () => {
      setSaved(true);
      void client.invalidateQueries();
    },
  });
  return (
    <>
      {saved && <Saved />}
      <FormShell
        form={form}
        isSmall
        label={intl.formatMessage({ id: "commitmentForm.eligibility" })}
        action={<FormattedMessage id="commitmentForm.eligibility.save" />}
        nameOf={(name) => <FormattedMessage id={`commitmentForm.rule.${name}`} />}
      >
        <RuleQuestions form={form} commitment={commitment} />
      </FormShell>
    </>
  );
}

function RuleQuestions({ form, commitment }: { form: FormState<RuleName>; commitment: Commitment }) {
  const people = useCatalogue("population");
  return (
    <>
      <PickTerritory
        form={form}
        name="residence"
        space={commitment.space}
        label="commitmentForm.rule.residence"
      />
      <div className="question-pair">
        {(["age_from", "age_to"] as const).map((name) => (
          <AskText key={name} form={form} name={name} digits label={`commitmentForm.rule.${name}`} />
        ))}
      </div>
      <AskChoice
        form={form}
        name="sex"
        label="commitmentForm.rule.sex"
        options={["F", "M"].map((value) => ({ value, id: `commitmentForm.sex.${value}` }))}
      />
      <AskChoice
        form={form}
        name="milieu"
        label="commitmentForm.rule.milieu"
        options={["rural", "urban"].map((value) => ({ value, id: `commitmentForm.milieu.${value}` }))}
      />
      <ChooseMany form={form} name="population" label="commitmentForm.rule.population" options={people} />
    </>
  );
}
