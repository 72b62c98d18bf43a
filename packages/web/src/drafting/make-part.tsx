// How the text is made: template, languages, optional clauses, and who signs for each party by what power.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { chooseText, type Draft } from "../api/drafting.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { Name } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";

type Chosen = Parameters<typeof chooseText>[1];

function useChoose({ agreement, revision }: Draft) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Omit<Chosen, "revision">) => chooseText(agreement, { ...body, revision }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["draft", agreement] }),
  });
}

export function MakePart({ draft }: { draft: Draft }) {
  return (
    <>
      <Section anchor="powers" title={<FormattedMessage id="drafting.powers" />}>
        <PowersForm draft={draft} />
      </Section>
      <Section title={<FormattedMessage id="drafting.make" />}>
        <TemplateForm draft={draft} />
      </Section>
    </>
  );
}

function TemplateForm({ draft }: { draft: Draft }) {
  const intl = useIntl();
  const { choices, offered } = draft;
  const [template, setTemplate] = useState(choices.template);
  const [languages, setLanguages] = useState(
    choices.languages.length > 1 ? "both" : (choices.languages[0] ?? "fr"),
  );
  const [optional, setOptional] = useState<readonly string[]>(choices.optional);
  const choosing = useChoose(draft);
  const isSame = template === choices.template;
  return (
    <Form
      onSend={() =>
        choosing.mutate({
          template,
          languages: languages === "both" ? ["fr", "ar"] : [languages === "ar" ? "ar" : "fr"],
          ...(isSame && { optional: [...optional] }),
        })
      }
      isSending={choosing.isPending}
      error={choosing.error}
      action={<FormattedMessage id="drafting.makeAction" />}
    >
      <ChoiceField
        label={<FormattedMessage id="drafting.templateAsk" />}
        value={template}
        onChange={(value) => setTemplate(offered.kinds.find((kind) => kind === value) ?? template)}
        options={offered.kinds.map((value) => ({
          value,
          words: intl.formatMessage({ id: `drafting.template.${value}` }),
        }))}
      />
      <ChoiceField
        label={<FormattedMessage id="drafting.languageAsk" />}
        value={languages}
        onChange={setLanguages}
        options={["both", "fr", "ar"].map((value) => ({
          value,
          words: intl.formatMessage({ id: `drafting.in.${value}` }),
        }))}
      />
      {isSame && <OptionalClauses draft={draft} chosen={optional} onChoose={setOptional} />}
    </Form>
  );
}

interface OptionalProps {
  readonly draft: Draft;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

function OptionalClauses({ draft: { offered }, chosen, onChoose }: OptionalProps) {
  const locale = useLocale();
  return (
    <fieldset className="clause-choice">
      <legend>
        <FormattedMessage id="drafting.optional" />
      </legend>
      {offered.optional.map(({ key, title }) => (
        <label key={key}>
          <input
            type="checkbox"
            checked={chosen.includes(key)}
            onChange={({ target }) =>
              onChoose(target.checked ? [...chosen, key] : chosen.filter((one) => one !== key))
            }
          />{" "}
          {locale === "ar" ? title.ar : title.fr}
        </label>
      ))}
    </fieldset>
  );
}

function PowersForm({ draft }: { draft: Draft }) {
  const intl = useIntl();
  const { signatories } = draft;
  const [given, setGiven] = useState(() =>
    signatories.map(({ party, power, holder }) => ({ party, power: power ?? "", holder })),
  );
  const choosing = useChoose(draft);
  const change = (party: string, more: Partial<(typeof given)[number]>) =>
    setGiven(given.map((one) => (one.party === party ? { ...one, ...more } : one)));
  if (signatories.length === 0)
    return (
      <p className="muted">
        <FormattedMessage id="drafting.noSignatory" />
      </p>
    );
  return (
    <Form
      onSend={() => choosing.mutate({ powers: given.filter(({ power }) => power.trim() !== "") })}
      isSending={choosing.isPending}
      error={choosing.error}
      action={<FormattedMessage id="drafting.powersAction" />}
    >
      {signatories.map(({ party, name, holders }) => {
        const one = given.find((other) => other.party === party);
        return (
          <fieldset key={party} className="seat" id={`clause-${party}`}>
            <legend>
              <Name>{name}</Name>
            </legend>
            <ChoiceField
              label={<FormattedMessage id="drafting.holder" />}
              value={one?.holder ?? ""}
              onChange={(holder) => change(party, { holder: holder === "" ? null : holder })}
              none={intl.formatMessage({ id: "drafting.noHolder" })}
              options={holders.map((holder) => ({
                value: holder.id,
                words: [holder.name, holder.function].filter(Boolean).join(" · "),
              }))}
            />
            <TextField
              label={<FormattedMessage id="drafting.power" />}
              why={<FormattedMessage id="drafting.powerWhy" />}
              value={one?.power ?? ""}
              onChange={(power) => change(party, { power })}
              most={300}
            />
          </fieldset>
        );
      })}
    </Form>
  );
}
