// The figures of the text with what each rests on; one that nobody has signed may be proposed anew.
import { useQueryClient } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Draft, type DraftFigure, proposeAmount, proposeTarget } from "../api/drafting.ts";
import { AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { orNull, wholeNumber } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { Count, Money, Name, NoNumber } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { readAmount } from "../money/amount.ts";
import { Unsaved } from "./comment-forms.tsx";

export function FiguresPart({
  draft: { agreement, figures },
  mayWrite,
}: {
  draft: Draft;
  mayWrite: boolean;
}) {
  if (figures.length === 0) return null;
  return (
    <Section
      anchor="figures"
      title={<FormattedMessage id="drafting.figures" />}
      note={<FormattedMessage id="drafting.figuresWhy" />}
    >
      <ul className="bare-list draft-figures">
        {figures.map((figure) => (
          <OneFigure key={figure.reference} agreement={agreement} figure={figure} mayWrite={mayWrite} />
        ))}
      </ul>
    </Section>
  );
}

function OneFigure({
  agreement,
  figure,
  mayWrite,
}: {
  agreement: string;
  figure: DraftFigure;
  mayWrite: boolean;
}) {
  const locale = useLocale();
  const { reference, name, basis } = figure;
  return (
    <li>
      <p>
        <Name>{locale === "ar" ? (name.ar ?? name.fr) : name.fr}</Name>{" "}
        <span className="small muted">
          <bdi>{reference}</bdi>
        </span>
      </p>
      <p>
        <strong>
          <Value figure={figure} />
        </strong>{" "}
        <span className="small muted">
          <FormattedMessage id={`drafting.basis.${basis ?? "none"}`} />
        </span>
      </p>
      {mayWrite && basis !== "signed" && <Propose key={figure.value} agreement={agreement} figure={figure} />}
    </li>
  );
}

function Value({ figure: { kind, value, currency } }: { figure: DraftFigure }) {
  if (value === null) return <NoNumber />;
  return kind === "target" ? (
    <Count value={Number(value)} />
  ) : (
    <Money amount={value} currency={currency ?? "MAD"} />
  );
}

function Propose({ agreement, figure }: { agreement: string; figure: DraftFigure }) {
  const intl = useIntl();
  const client = useQueryClient();
  const { reference, kind, currency } = figure;
  const isTarget = kind === "target";
  const form = useForm<"value" | "reason", unknown>({
    name: `figure ${reference}`,
    recorded: { texts: { value: "", reason: "" }, revision: null },
    rules: isTarget
      ? { value: bodies.proposeTarget.quantity, reason: bodies.proposeTarget.reason }
      : { value: bodies.proposeAmount.amount, reason: bodies.proposeAmount.reason },
    check: ({ value }) =>
      !isTarget && value.trim() !== "" && readAmount(value, currency ?? "MAD") === null
        ? { value: { id: "drafting.fault.amount" } }
        : {},
    about: { "kernel.money_unreadable": "value" },
    save: async ({ value, reason }) => {
      if (isTarget)
        await proposeTarget({
          commitment: reference,
          quantity: wholeNumber(value) ?? 0,
          reason: orNull(reason),
        });
      else
        await proposeAmount({
          contribution: reference,
          amount: readAmount(value, currency ?? "MAD") ?? value,
          reason: orNull(reason),
        });
    },
    onSaved: () => {
      form.startAgain();
      void client.invalidateQueries({ queryKey: ["draft", agreement] });
    },
  });
  const label = intl.formatMessage({ id: `drafting.new.${kind}` }, { currency: currency ?? "" });
  return (
    <details className="make">
      <summary className="small">
        <FormattedMessage id="drafting.propose" />
        <span className="unseen"> {reference}</span>
        {form.isChanged && <Unsaved />}
      </summary>
      <FormShell
        form={form}
        isSmall
        label={`${intl.formatMessage({ id: "drafting.propose" })} ${reference}`}
        action={<FormattedMessage id="drafting.proposeAction" />}
        nameOf={(name) => (name === "value" ? label : <FormattedMessage id="drafting.why" />)}
      >
        <AskText form={form} name="value" digits isNeeded label={label} />
        <AskText form={form} name="reason" label={<FormattedMessage id="drafting.why" />} />
      </FormShell>
    </details>
  );
}
