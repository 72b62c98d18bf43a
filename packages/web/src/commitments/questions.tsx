// What a promise says: how much of what, for whom, where, until when, owed by whom.
import { useQuery } from "@tanstack/react-query";
import { indicators } from "../api/read.ts";
import type { Space } from "../app/address.ts";
import { AskChoice, AskText } from "../form/asked.tsx";
import { useCatalogue } from "../form/catalogue.ts";
import { ChooseMany } from "../form/choose-many.tsx";
import { PickOrganisation, PickTerritory } from "../form/picks.tsx";
import type { FormState } from "../form/use-form.ts";
import type { PromiseName } from "./commitment-texts.ts";
import { Definition } from "./definition.tsx";

export function PromiseQuestions({ form, space }: { form: FormState<PromiseName>; space: Space }) {
  const people = useCatalogue("population");
  return (
    <>
      <WhatQuestions form={form} />
      <ChooseMany
        form={form}
        name="populations"
        label="commitmentForm.populations"
        why="commitmentForm.populations.why"
        options={people}
      />
      <PickTerritory form={form} name="territoryId" space={space} label="commitmentForm.territoryId" />
      <AskChoice
        form={form}
        name="milieu"
        label="commitmentForm.milieu"
        options={["rural", "urban"].map((value) => ({ value, id: `commitmentForm.milieu.${value}` }))}
      />
      <TimeQuestions form={form} />
      <PickOrganisation
        form={form}
        name="owedBy"
        space={space}
        label="commitmentForm.owedBy"
        why="commitmentForm.owedBy.why"
      />
    </>
  );
}

function TimeQuestions({ form }: { form: FormState<PromiseName> }) {
  return (
    <>
      <div className="question-pair">
        <AskText form={form} name="periodFrom" type="date" label="commitmentForm.periodFrom" />
        <AskText form={form} name="periodTo" type="date" label="commitmentForm.periodTo" />
      </div>
      <AskText
        form={form}
        name="deadline"
        type="date"
        label="commitmentForm.deadline"
        why="commitmentForm.deadline.why"
      />
    </>
  );
}

function WhatQuestions({ form }: { form: FormState<PromiseName> }) {
  const options = useCatalogue("indicator");
  const { data: known = [] } = useQuery(indicators());
  return (
    <>
      <AskText
        form={form}
        name="wording"
        lines={2}
        isNeeded
        label="commitmentForm.wording"
        why="commitmentForm.wording.why"
      />
      <AskChoice
        form={form}
        name="kind"
        isNeeded
        label="commitmentForm.kind"
        why="commitmentForm.kind.why"
        options={["result", "best_efforts"].map((value) => ({ value, id: `commitmentForm.kind.${value}` }))}
      />
      <AskChoice
        form={form}
        name="indicator"
        label="commitmentForm.indicator"
        why="commitmentForm.indicator.why"
        options={options}
      />
      <Definition indicator={known.find(({ code }) => code === form.values.indicator)} />
    </>
  );
}
