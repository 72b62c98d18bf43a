// How the text is made: template, languages, optional clauses, and who signs for each party by what power.
import { useQueryClient } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { chooseText, type Draft, draft as draftQuery } from "../api/drafting.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import type { Fault } from "../form/check-body.ts";
import { FormShell } from "../form/form-shell.tsx";
import { codesOf, orNull, type Texts } from "../form/texts.ts";
import { type Faults, type FormState, useForm } from "../form/use-form.ts";
import { Name } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";

type Chosen = Omit<Parameters<typeof chooseText>[1], "revision">;

/** A form whose answers are a part of what was chosen for the text; what others chose meanwhile is met. */
function useChoosing<Name extends string>(
  draft: Draft,
  name: string,
  textsOf: (draft: Draft) => Texts<Name>,
  bodyOf: (values: Texts<Name>) => Chosen,
  check?: (values: Texts<Name>) => Faults<Name>,
): FormState<Name> {
  const client = useQueryClient();
  const { agreement, revision } = draft;
  return useForm<Name, { revision: number }>({
    name: `text ${name} ${agreement}`,
    recorded: { texts: textsOf(draft), revision },
    rules: bodies.chooseText,
    ...(check && { check }),
    readAgain: async () => {
      const now = await client.fetchQuery({ ...draftQuery(agreement), staleTime: 0 });
      return { texts: textsOf(now), revision: now.revision };
    },
    save: (values, _changed, of) => chooseText(agreement, { ...bodyOf(values), revision: of }),
    revisionOf: ({ revision: saved }) => saved,
    onSaved: () => void client.invalidateQueries({ queryKey: ["draft", agreement] }),
  });
}

export function MakePart({ draft }: { draft: Draft }) {
  return (
    <>
      <Section anchor="powers" title={<FormattedMessage id="drafting.powers" />}>
        <PowersForm key={draft.signatories.map(({ party }) => party).join(" ")} draft={draft} />
      </Section>
      <Section title={<FormattedMessage id="drafting.make" />}>
        <TemplateForm draft={draft} />
      </Section>
    </>
  );
}

type MakeField = "template" | "languages" | "optional";

const makeTexts = ({ choices: { template, languages, optional } }: Draft): Texts<MakeField> => ({
  ...{ template, optional: optional.join(" ") },
  languages: languages.length > 1 ? "both" : (languages[0] ?? "fr"),
});

function TemplateForm({ draft }: { draft: Draft }) {
  const intl = useIntl();
  const { choices, offered } = draft;
  const form = useChoosing<MakeField>(draft, "made", makeTexts, ({ template, languages, optional }) => ({
    template: offered.kinds.find((kind) => kind === template) ?? choices.template,
    languages: languages === "both" ? ["fr", "ar"] : [languages === "ar" ? "ar" : "fr"],
    // another template has other optional clauses: those that it shares are kept
    ...(template === choices.template && { optional: codesOf(optional) }),
  }));
  const wordsOf = useMadeWords(draft);
  return (
    <FormShell
      form={form}
      isSmall
      label={intl.formatMessage({ id: "drafting.make" })}
      action={<FormattedMessage id="drafting.makeAction" />}
      nameOf={(name) => <FormattedMessage id={`drafting.name.${name}`} />}
      wordsOf={wordsOf}
    >
      <AskChoice
        form={form}
        name="template"
        isNeeded
        label={<FormattedMessage id="drafting.templateAsk" />}
        options={offered.kinds.map((value) => ({ value, words: wordsOf("template", value) }))}
      />
      <AskChoice
        form={form}
        name="languages"
        isNeeded
        label={<FormattedMessage id="drafting.languageAsk" />}
        options={["both", "fr", "ar"].map((value) => ({ value, words: wordsOf("languages", value) }))}
      />
      {form.values.template === choices.template && <OptionalClauses draft={draft} form={form} />}
    </FormShell>
  );
}

function useMadeWords({ offered }: Draft) {
  const intl = useIntl();
  const locale = useLocale();
  return (name: MakeField, text: string): string => {
    if (name === "template") return intl.formatMessage({ id: `drafting.template.${text}` });
    if (name === "languages") return intl.formatMessage({ id: `drafting.in.${text}` });
    const chosen = offered.optional.filter(({ key }) => codesOf(text).includes(key));
    return intl.formatList(chosen.map(({ title }) => (locale === "ar" ? title.ar : title.fr)));
  };
}

function OptionalClauses({ draft: { offered }, form }: { draft: Draft; form: FormState<MakeField> }) {
  const locale = useLocale();
  const chosen = codesOf(form.values.optional);
  const isIn = new Set(chosen);
  return (
    <fieldset className="clause-choice">
      <legend>
        <FormattedMessage id="drafting.optional" />
      </legend>
      {offered.optional.map(({ key, title }) => (
        <label key={key}>
          <input
            type="checkbox"
            checked={isIn.has(key)}
            onChange={({ target }) => {
              const asked = offered.optional.filter((one) =>
                one.key === key ? target.checked : isIn.has(one.key),
              );
              form.set("optional", asked.map((one) => one.key).join(" "));
            }}
          />{" "}
          {locale === "ar" ? title.ar : title.fr}
        </label>
      ))}
    </fieldset>
  );
}

const powersTexts = ({ signatories }: Draft): Texts<string> =>
  Object.fromEntries(
    signatories.flatMap(({ party, power, holder }) => [
      [`holder ${party}`, holder ?? ""],
      [`power ${party}`, power ?? ""],
    ]),
  );

/** As the API asks. */
const leastPower = 3;

/** Who signs without a power that is told would be left out of the text, and so is asked for. */
function faultsOfPowers(signatories: Draft["signatories"], values: Texts<string>): Faults<string> {
  const faultOf = (party: string): Fault | null => {
    const power = (values[`power ${party}`] ?? "").trim();
    if (power === "") return values[`holder ${party}`] ? { id: "form.fault.needed" } : null;
    return power.length < leastPower ? { id: "form.fault.short", values: { least: leastPower } } : null;
  };
  return Object.fromEntries(
    signatories.flatMap(({ party }) => {
      const fault = faultOf(party);
      return fault ? [[`power ${party}`, fault]] : [];
    }),
  );
}

function PowersForm({ draft }: { draft: Draft }) {
  const intl = useIntl();
  const { signatories } = draft;
  const powersOf = (values: Texts<string>) =>
    signatories.flatMap(({ party }) => {
      const power = orNull(values[`power ${party}`] ?? "");
      return power === null ? [] : [{ party, power, holder: orNull(values[`holder ${party}`] ?? "") }];
    });
  const form = useChoosing<string>(
    draft,
    "powers",
    powersTexts,
    (values) => ({ powers: powersOf(values) }),
    (values) => faultsOfPowers(signatories, values),
  );
  const holderName = (text: string) =>
    signatories.flatMap(({ holders }) => holders).find(({ id }) => id === text)?.name ?? text;
  if (signatories.length === 0)
    return (
      <p className="muted">
        <FormattedMessage id="drafting.noSignatory" />
      </p>
    );
  return (
    <FormShell
      form={form}
      isSmall
      label={intl.formatMessage({ id: "drafting.powers" })}
      action={<FormattedMessage id="drafting.powersAction" />}
      nameOf={(name) => <PowerName name={name} signatories={signatories} />}
      wordsOf={(name, text) => (name.startsWith("holder ") ? holderName(text) : text)}
    >
      {signatories.map((one) => (
        <Signatory key={one.party} form={form} signatory={one} space={draft.space} />
      ))}
    </FormShell>
  );
}

/** «Usine du Port: power to sign» */
function PowerName({ name, signatories }: { name: string; signatories: Draft["signatories"] }) {
  const [field, party] = name.split(" ");
  return (
    <>
      <Name>{signatories.find((one) => one.party === party)?.name}</Name>
      {" · "}
      <FormattedMessage id={`drafting.${field}`} />
    </>
  );
}

interface SignatoryProps {
  readonly form: FormState<string>;
  readonly signatory: Draft["signatories"][number];
  readonly space: Draft["space"];
}

function Signatory({ form, signatory: { party, name, holders }, space }: SignatoryProps) {
  const intl = useIntl();
  const nameOf = useOrganisationName(space);
  return (
    <fieldset className="seat" id={`clause-${party}`}>
      <legend>
        <Name>{nameOf({ reference: party, name })}</Name>
      </legend>
      <AskChoice
        form={form}
        name={`holder ${party}`}
        label={<FormattedMessage id="drafting.holder" />}
        none={intl.formatMessage({ id: "drafting.noHolder" })}
        options={holders.map((holder) => ({
          value: holder.id,
          words: [holder.name, holder.function].filter(Boolean).join(" · "),
        }))}
      />
      <AskText
        form={form}
        name={`power ${party}`}
        label={<FormattedMessage id="drafting.power" />}
        why={<FormattedMessage id="drafting.powerWhy" />}
      />
    </fieldset>
  );
}
