import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { api, given } from "../../api/client.ts";
import { type Agreement, agreement as agreementQuery } from "../../api/read.ts";
import { useRightsAt } from "../../api/rights.ts";
import { useVocabulary } from "../../api/vocabulary.ts";
import { AskText } from "../../form/asked.tsx";
import bodies from "../../form/bodies.gen.json";
import { TextField } from "../../form/fields.tsx";
import { FormShell } from "../../form/form-shell.tsx";
import { PickTerritory } from "../../form/picks.tsx";
import { Saved } from "../../form/saved.tsx";
import { changedNames, type Texts } from "../../form/texts.ts";
import { useForm } from "../../form/use-form.ts";
import { changesOf, checkPeriod, type EditName, textsOf } from "./agreement-texts.ts";
import { isFixed } from "./is-fixed.ts";
import { PlaceAndTimeQuestions, TitleQuestions, TypeQuestions } from "./questions.tsx";

interface Done {
  readonly revision: number;
  readonly before: Texts<EditName>;
  readonly after: Texts<EditName>;
}

/** The fields of an agreement. What a signed text fixes is corrected with a reason, by who may; else amended. */
export function AgreementForm({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const { may } = useRightsAt({ agreement: agreement.reference });
  const [correction, setCorrection] = useState("");
  const [done, setDone] = useState<Done | null>(null);
  const { form, undo } = useAgreementForm(agreement, correction, setDone);
  const { kind, space } = agreement;
  return (
    <div>
      {done && <Saved key={done.revision} undo={correction === "" ? () => undo(done) : undefined} />}
      <FormShell
        form={form}
        label={intl.formatMessage({ id: "agreementForm.edit" })}
        action={<FormattedMessage id="agreementForm.save" />}
        nameOf={(name) => <FormattedMessage id={`agreementForm.${name}`} />}
        wordsOf={useWords(agreement)}
      >
        <TitleQuestions form={form} />
        <TypeQuestions form={form} kind={kind} />
        <PlaceAndTimeQuestions form={form} kind={kind} space={space} />
        {!["programme", "plan"].includes(kind) && (
          <>
            <AskText
              form={form}
              name="signedOn"
              direction="ltr"
              label="agreementForm.signedOn"
              why="form.fault.partialDate"
            />
            <PickTerritory
              form={form}
              name="signedTerritoryId"
              space={space}
              label="agreementForm.signedTerritoryId"
            />
          </>
        )}
        {isFixed(agreement) && may("agreements.correct") && (
          <TextField
            label={<FormattedMessage id="agreementForm.correction" />}
            why={<FormattedMessage id="agreementForm.correction.why" />}
            lines={2}
            most={2000}
            value={correction}
            onChange={setCorrection}
          />
        )}
      </FormShell>
    </div>
  );
}

/** How the value of a field is said where two versions stand side by side. */
function useWords({ space }: Agreement) {
  const intl = useIntl();
  const words = useVocabulary(space);
  return (name: EditName, text: string) => {
    if (text === "") return text;
    if (name === "type") return intl.formatMessage({ id: `agreement.type.${text}` });
    if (name === "competence") return intl.formatMessage({ id: `agreementForm.competence.${text}` });
    return name === "territoryId" || name === "signedTerritoryId" ? words.placeById(text) : text;
  };
}

function useAgreementForm(agreement: Agreement, correction: string, onDone: (done: Done) => void) {
  const client = useQueryClient();
  const { reference } = agreement;
  const refresh = () => client.invalidateQueries();
  const write = (texts: Texts<EditName>, changed: readonly EditName[], revision: number) =>
    given(
      api.PUT("/api/v1/agreements/{agreement}", {
        params: { path: { agreement: reference } },
        body: {
          ...{ revision, changes: changesOf(texts, changed) },
          ...(correction.trim() && { correction: correction.trim() }),
        },
      }),
    );
  const form = useForm<EditName, { revision: number; values: Texts<EditName> }>({
    name: `agreement ${reference}`,
    recorded: { texts: textsOf(agreement), revision: agreement.revision },
    rules: bodies.editAgreement,
    check: (values) => ({
      ...(values.title.trim() === "" && { title: { id: "form.fault.needed" } }),
      ...checkPeriod(values),
    }),
    about: {
      "agreements.type_of_other_kind": "type",
      "agreements.period_reversed": "periodTo",
      "agreements.stands_for_only_bundle": "standsFor",
    },
    save: async (values, changed, revision) => ({ ...(await write(values, changed, revision)), values }),
    readAgain: async () => {
      const fresh = await client.fetchQuery({ ...agreementQuery(reference, {}), staleTime: 0 });
      return { texts: textsOf(fresh), revision: fresh.revision };
    },
    revisionOf: ({ revision }) => revision,
    onSaved: ({ revision, values }, before) => {
      onDone({ revision, before, after: values });
      void refresh();
    },
  });
  const undo = async ({ before, after, revision }: Done) => {
    await write(before, changedNames(after, before), revision);
    await refresh();
  };
  return { form, undo };
}
