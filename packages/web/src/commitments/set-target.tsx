// The first signed version of a target: what the recorded text says.
import { useQueryClient } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { api, given } from "../api/client.ts";
import type { Commitment } from "../api/read.ts";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { orNull, wholeNumber } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { qualifiersOf } from "./qualifiers.ts";

function useTargetForm({ reference, kind }: Commitment) {
  const client = useQueryClient();
  const qualifiers = qualifiersOf(kind);
  return useForm({
    name: `target of ${reference}`,
    recorded: {
      texts: { qualifier: qualifiers[0] ?? "exact", quantity: "", effectiveOn: "", clause: "" },
      revision: null,
    },
    rules: bodies.setTarget,
    check: ({ qualifier, quantity }) => ({
      ...(hasNumber(qualifier) && quantity.trim() === "" && { quantity: { id: "form.fault.needed" } }),
    }),
    about: { "commitments.quantity_missing": "quantity" },
    save: (values) =>
      given(
        api.POST("/api/v1/commitments/set-target", {
          body: {
            commitment: reference,
            quantity: hasNumber(values.qualifier) ? wholeNumber(values.quantity) : null,
            qualifier: qualifiers.find((one) => one === values.qualifier) ?? "exact",
            ...{ effectiveOn: values.effectiveOn, clause: orNull(values.clause) },
          },
        }),
      ),
    onSaved: () => void client.invalidateQueries(),
  });
}

export function SetTarget({ commitment }: { commitment: Commitment }) {
  const intl = useIntl();
  const qualifiers = qualifiersOf(commitment.kind);
  const form = useTargetForm(commitment);
  return (
    <FormShell
      form={form}
      isSmall
      label={intl.formatMessage({ id: "commitmentForm.setTarget" })}
      action={<FormattedMessage id="commitmentForm.setTarget" />}
      nameOf={(name) => <FormattedMessage id={`commitmentForm.${name}`} />}
    >
      <AskChoice
        form={form}
        name="qualifier"
        isNeeded
        label="commitmentForm.qualifier"
        options={qualifiers.map((value) => ({ value, id: `commitmentForm.qualifier.${value}` }))}
      />
      {hasNumber(form.values.qualifier) && (
        <AskText form={form} name="quantity" digits isNeeded label="commitmentForm.quantity" />
      )}
      <AskText
        form={form}
        name="effectiveOn"
        type="date"
        label="commitmentForm.effectiveOn"
        why="commitmentForm.effectiveOn.why"
      />
      <AskText form={form} name="clause" label="commitmentForm.clause" />
    </FormShell>
  );
}

const hasNumber = (qualifier: string) => qualifier !== "unquantified" && qualifier !== "best_efforts";
