// What a promise says: how much of what, for whom, where, until when, owed by whom.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { indicators, populations } from "../api/read.ts";
import type { Space } from "../app/address.ts";
import { AskChoice, AskText } from "../form/asked.tsx";
import { ChooseMany } from "../form/choose-many.tsx";
import { PickOrganisation, PickTerritory } from "../form/picks.tsx";
import type { FormState } from "../form/use-form.ts";
import { useLabel } from "../language/figures.tsx";
import type { PromiseName } from "./commitment-texts.ts";
import { Definition } from "./definition.tsx";

export function PromiseQuestions({ form, space }: { form: FormState<PromiseName>; space: Space }) {
  const intl = useIntl();
  const label = useLabel();
  const { data: people = [] } = useQuery(populations());
  const word = (of: string) => ({
    value: of,
    words: intl.formatMessage({ id: `commitmentForm.milieu.${of}` }),
  });
  return (
    <>
      <WhatQuestions form={form} />
      <ChooseMany
        form={form}
        name="populations"
        label={<FormattedMessage id="commitmentForm.populations" />}
        why={<FormattedMessage id="commitmentForm.populations.why" />}
        options={people
          .map(({ code, label: name }) => ({ value: code, words: label(name) }))
          .toSorted((a, b) => a.words.localeCompare(b.words))}
      />
      <PickTerritory
        form={form}
        name="territoryId"
        space={space}
        label={<FormattedMessage id="commitmentForm.territoryId" />}
      />
      <AskChoice
        form={form}
        name="milieu"
        label={<FormattedMessage id="commitmentForm.milieu" />}
        options={[word("rural"), word("urban")]}
      />
      <TimeQuestions form={form} />
      <PickOrganisation
        form={form}
        name="owedBy"
        space={space}
        label={<FormattedMessage id="commitmentForm.owedBy" />}
        why={<FormattedMessage id="commitmentForm.owedBy.why" />}
      />
    </>
  );
}

function TimeQuestions({ form }: { form: FormState<PromiseName> }) {
  return (
    <>
      <div className="question-pair">
        <AskText
          form={form}
          name="periodFrom"
          type="date"
          label={<FormattedMessage id="commitmentForm.periodFrom" />}
        />
        <AskText
          form={form}
          name="periodTo"
          type="date"
          label={<FormattedMessage id="commitmentForm.periodTo" />}
        />
      </div>
      <AskText
        form={form}
        name="deadline"
        type="date"
        label={<FormattedMessage id="commitmentForm.deadline" />}
        why={<FormattedMessage id="commitmentForm.deadline.why" />}
      />
    </>
  );
}

function WhatQuestions({ form }: { form: FormState<PromiseName> }) {
  const intl = useIntl();
  const label = useLabel();
  const { data: known = [] } = useQuery(indicators());
  const kinds = (["result", "best_efforts"] as const).map((value) => ({
    value,
    words: intl.formatMessage({ id: `commitmentForm.kind.${value}` }),
  }));
  return (
    <>
      <AskText
        form={form}
        name="wording"
        lines={2}
        isNeeded
        label={<FormattedMessage id="commitmentForm.wording" />}
        why={<FormattedMessage id="commitmentForm.wording.why" />}
      />
      <AskChoice
        form={form}
        name="kind"
        isNeeded
        label={<FormattedMessage id="commitmentForm.kind" />}
        why={<FormattedMessage id="commitmentForm.kind.why" />}
        options={kinds}
      />
      <AskChoice
        form={form}
        name="indicator"
        label={<FormattedMessage id="commitmentForm.indicator" />}
        why={<FormattedMessage id="commitmentForm.indicator.why" />}
        options={known
          .map(({ code, label: name }) => ({ value: code, words: label(name) }))
          .toSorted((a, b) => a.words.localeCompare(b.words))}
      />
      <Definition indicator={known.find(({ code }) => code === form.values.indicator)} />
    </>
  );
}
