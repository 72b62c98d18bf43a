// The figures of the text with what each rests on; one that nobody has signed may be proposed anew.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Draft, type DraftFigure, proposeAmount, proposeTarget } from "../api/drafting.ts";
import { Form, TextField } from "../form/fields.tsx";
import { Count, Money, Name, NoNumber } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";

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
  const [typed, setTyped] = useState("");
  const [why, setWhy] = useState("");
  const reason = why.trim() === "" ? null : why.trim();
  const proposing = useMutation({
    mutationFn: async () => {
      if (figure.kind === "target")
        await proposeTarget({ commitment: figure.reference, quantity: Number(typed), reason });
      else await proposeAmount({ contribution: figure.reference, amount: typed.replace(",", "."), reason });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["draft", agreement] }),
  });
  return (
    <details className="make">
      <summary className="small">
        <FormattedMessage id="drafting.propose" />
        <span className="unseen"> {figure.reference}</span>
      </summary>
      <Form
        onSend={() => proposing.mutate()}
        isSending={proposing.isPending}
        error={proposing.error}
        action={<FormattedMessage id="drafting.proposeAction" />}
      >
        <TextField
          label={intl.formatMessage(
            { id: `drafting.new.${figure.kind}` },
            { currency: figure.currency ?? "" },
          )}
          type={figure.kind === "target" ? "number" : "text"}
          least={0}
          digits
          isNeeded
          value={typed}
          onChange={setTyped}
        />
        <TextField label={<FormattedMessage id="drafting.why" />} value={why} onChange={setWhy} most={300} />
      </Form>
    </details>
  );
}
