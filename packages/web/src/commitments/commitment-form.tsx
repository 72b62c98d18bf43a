import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { api, given } from "../api/client.ts";
import type { Commitment } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { Saved } from "../form/saved.tsx";
import { changedNames, codesOf, type Texts } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { about, changesOf, checkPromise, type PromiseName, textsOf } from "./commitment-texts.ts";
import { PromiseQuestions } from "./questions.tsx";
import { commitmentQuery } from "./read-commitment.ts";

interface Done {
  readonly revision: number;
  readonly before: Texts<PromiseName>;
  readonly after: Texts<PromiseName>;
}

/** The fields of a promise, as long as no target is signed. */
export function CommitmentForm({ commitment }: { commitment: Commitment }) {
  const intl = useIntl();
  const client = useQueryClient();
  const words = useVocabulary(commitment.space);
  const [done, setDone] = useState<Done | null>(null);
  const { reference } = commitment;
  const write = (values: Texts<PromiseName>, changed: readonly PromiseName[], revision: number) =>
    given(
      api.POST("/api/v1/commitments/edit", {
        body: { commitment: reference, revision, changes: changesOf(values, changed) },
      }),
    );
  const form = useForm<PromiseName, Done>({
    name: `commitment ${reference}`,
    recorded: { texts: textsOf(commitment), revision: commitment.revision },
    rules: bodies.promise,
    check: checkPromise,
    about,
    save: async (values, changed, revision) => {
      const saved = await write(values, changed, revision);
      return { revision: saved.revision, before: textsOf(commitment), after: values };
    },
    readAgain: async () => {
      const fresh = await client.fetchQuery({ ...commitmentQuery(reference), staleTime: 0 });
      return { texts: textsOf(fresh), revision: fresh.revision };
    },
    revisionOf: ({ revision }) => revision,
    onSaved: (saved) => {
      setDone(saved);
      void client.invalidateQueries();
    },
  });
  const undo = async ({ before, after, revision }: Done) => {
    await write(before, changedNames(after, before), revision);
    await client.invalidateQueries();
  };
  const wordsOf = (name: PromiseName, text: string) => {
    if (text === "") return text;
    if (name === "indicator") return words.indicator(text);
    if (name === "populations") return intl.formatList(codesOf(text).map(words.population));
    if (name === "kind" || name === "milieu")
      return intl.formatMessage({ id: `commitmentForm.${name}.${text}` });
    return name === "territoryId" ? words.placeById(text) : text;
  };
  return (
    <>
      {done && <Saved key={done.revision} undo={() => undo(done)} />}
      <FormShell
        form={form}
        label={intl.formatMessage({ id: "commitmentForm.edit" })}
        action={<FormattedMessage id="agreementForm.save" />}
        nameOf={(name) => <FormattedMessage id={`commitmentForm.${name}`} />}
        wordsOf={wordsOf}
      >
        <PromiseQuestions form={form} space={commitment.space} />
      </FormShell>
    </>
  );
}
