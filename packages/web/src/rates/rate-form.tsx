// What one currency was worth in another on a day, and where it was published; or one that is put right.
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { correctRate, type Rate, recordRate } from "../api/rates.ts";
import type { Space } from "../app/address.ts";
import { AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { needed } from "../form/needed.ts";
import { orNull } from "../form/texts.ts";
import { type FormState, useForm } from "../form/use-form.ts";
import { Name } from "../language/figures.tsx";
import { readRate } from "./read-rate.ts";

interface RateFormProps {
  readonly space: Space;
  /** The rate that is put right; null for a new one. */
  readonly corrected: Rate | null;
}

type Field = "from" | "to" | "on" | "rate" | "source" | "address" | "reason";

const textsOf = (rate: Rate | null): Readonly<Record<Field, string>> => ({
  ...{ from: rate?.from ?? "", to: rate?.to ?? "MAD", on: rate?.on ?? "", rate: rate?.rate ?? "" },
  ...{ source: rate?.source ?? "", address: rate?.address ?? "", reason: "" },
});

const codeOf = (text: string) => text.trim().toUpperCase();
const isCurrency = (text: string) => /^[A-Z]{3}$/u.test(codeOf(text));

function useRateForm({ space, corrected }: RateFormProps) {
  const client = useQueryClient();
  const navigate = useNavigate({ from: "/rates" });
  const { reason } = bodies.correctRate;
  const form = useForm<Field, unknown>({
    name: corrected ? `rate ${corrected.id}` : `new rate, ${space}`,
    recorded: { texts: textsOf(corrected), revision: null },
    rules: { ...bodies.recordRate, rate: {}, from: {}, to: {}, reason: corrected ? reason : {} },
    check: (values) => ({
      ...(readRate(values.rate) === null && { rate: { id: "rates.fault.rate" } }),
      ...(isCurrency(values.from) ? {} : { from: { id: "rates.fault.currency" } }),
      ...(isCurrency(values.to) ? {} : { to: { id: "rates.fault.currency" } }),
      ...needed(values, "on", "source", ...(corrected ? (["reason"] as const) : [])),
    }),
    about: {
      "rates.day_to_come": "on",
      "rates.known_already": "on",
      "rates.same_currency": "to",
    },
    save: ({ from, to, on, rate, source, address, reason: why }) => {
      const told = { on, source: source.trim(), address: orNull(address) };
      const value = readRate(rate) ?? "";
      if (corrected) return correctRate({ ...told, rate: corrected.id, value, reason: why.trim() });
      return recordRate({ ...told, space, from: codeOf(from), to: codeOf(to), rate: value });
    },
    onSaved: async () => {
      form.startAgain();
      await client.invalidateQueries();
      await navigate({ search: ({ rate: _, ...before }) => before });
    },
  });
  return form;
}

export function RateForm(props: RateFormProps) {
  const { corrected } = props;
  const intl = useIntl();
  const form = useRateForm(props);
  const action = intl.formatMessage({ id: corrected ? "rates.correctAction" : "rates.record" });
  return (
    <FormShell
      form={form}
      label={action}
      action={action}
      isSmall={corrected === null}
      nameOf={(name) => <FormattedMessage id={`rates.ask.${name}`} />}
    >
      {corrected ? (
        <p className="muted">
          <FormattedMessage
            id="rates.was"
            values={{ from: <Name>{corrected.from}</Name>, to: <Name>{corrected.to}</Name> }}
          />
        </p>
      ) : (
        <div className="question-pair">
          <AskText form={form} name="from" isNeeded direction="ltr" label="rates.ask.from" />
          <AskText form={form} name="to" isNeeded direction="ltr" label="rates.ask.to" />
        </div>
      )}
      <RateQuestions form={form} />
      {corrected && <AskText form={form} name="reason" lines={2} isNeeded label="rates.ask.reason" />}
    </FormShell>
  );
}

function RateQuestions({ form }: { form: FormState<Field> }) {
  return (
    <>
      <AskText form={form} name="on" type="date" isNeeded label="rates.ask.on" />
      <AskText
        form={form}
        name="rate"
        isNeeded
        direction="ltr"
        label="rates.ask.rate"
        why="rates.ask.rate.why"
      />
      <AskText form={form} name="source" isNeeded label="rates.ask.source" why="rates.ask.source.why" />
      <AskText form={form} name="address" direction="ltr" label="rates.ask.address" />
    </>
  );
}
