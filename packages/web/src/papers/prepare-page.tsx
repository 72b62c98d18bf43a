// Prepares a committee file: of a region or province, or of an agreement with what is below it; on two days.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { preparePaper } from "../api/papers.ts";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { needed } from "../form/needed.ts";
import { PickAgreement } from "../form/picks.tsx";
import { orNull } from "../form/texts.ts";
import { type Faults, type FormState, useForm } from "../form/use-form.ts";
import { useLabel } from "../language/figures.tsx";
import { territories } from "../users/places.ts";

export function PreparePaperPage() {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "paper.prepare" });
  const { agreement = "" } = useSearch({ from: "/papers/new" });
  const { data: who } = useQuery(me());
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="paper.prepareLead" />}>
      {who && may(who, "papers.prepare") && <PrepareForm key={agreement} agreement={agreement} />}
      {who && !may(who, "papers.prepare") && (
        <p>
          <FormattedMessage id="form.noRight" />
        </p>
      )}
    </Page>
  );
}

const empty = { about: "territory", region: "", agreement: "", asOf: "", knownOn: "", title: "" };
type Field = keyof typeof empty;

/** Days to come are refused before anything is sent: each beside its own field. */
function faultsOf(values: typeof empty): Faults<Field> {
  const today = new Date().toLocaleDateString("sv");
  const toCome = (["asOf", "knownOn"] as const).filter((day) => values[day] > today);
  return {
    ...needed(values, values.about === "agreement" ? "agreement" : "region"),
    ...Object.fromEntries(toCome.map((day) => [day, { id: "paper.fault.toCome" }])),
  };
}

function usePrepareForm(agreement: string) {
  const space = useShownSpace();
  const client = useQueryClient();
  const navigate = useNavigate();
  const begun = agreement === "" ? empty : { ...empty, about: "agreement", agreement };
  return useForm<Field, { number: string }>({
    name: `paper new ${space} ${agreement}`,
    recorded: { texts: begun, revision: null },
    rules: bodies.preparePaper,
    check: faultsOf,
    about: {
      "papers.region_unknown": "region",
      "papers.too_many_agreements": "region",
      "agreements.unknown": "agreement",
      "papers.no_agreement": "asOf",
      "papers.day_to_come": "asOf",
    },
    save: ({ about, region, agreement: of, asOf, knownOn, title }) =>
      preparePaper({
        ...{ space, title: orNull(title) },
        ...(about === "agreement" ? { agreement: of } : { region }),
        ...(asOf && { asOf }),
        ...(knownOn && { knownOn }),
      }),
    onSaved: async ({ number }) => {
      await client.invalidateQueries({ queryKey: ["papers"] });
      await navigate({ to: "/papers/$number", params: { number } });
    },
  });
}

function PrepareForm({ agreement }: { agreement: string }) {
  const intl = useIntl();
  const form = usePrepareForm(agreement);
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: "paper.prepare" })}
      action={<FormattedMessage id="paper.prepareAction" />}
      nameOf={(name) => <FormattedMessage id={`paper.ask.${name}`} />}
    >
      <AboutQuestions form={form} />
      <DayQuestions form={form} />
      <AskText
        form={form}
        name="title"
        label={<FormattedMessage id="paper.ask.title" />}
        why={<FormattedMessage id="paper.ask.titleWhy" />}
      />
      <p className="muted" role="status">
        {form.isSending && <FormattedMessage id="paper.making" />}
      </p>
    </FormShell>
  );
}

function AboutQuestions({ form }: { form: FormState<Field> }) {
  const intl = useIntl();
  const space = useShownSpace();
  const label = useLabel();
  const { data: places = [] } = useQuery(territories(space));
  return (
    <>
      <AskChoice
        form={form}
        name="about"
        isNeeded
        label={<FormattedMessage id="paper.ask.about" />}
        options={["territory", "agreement"].map((value) => ({
          value,
          words: intl.formatMessage({ id: `paper.about.${value}` }),
        }))}
      />
      {form.values.about === "agreement" ? (
        <PickAgreement
          form={form}
          name="agreement"
          space={space}
          label={<FormattedMessage id="paper.ask.agreement" />}
          why={<FormattedMessage id="paper.ask.agreementWhy" />}
        />
      ) : (
        <AskChoice
          form={form}
          name="region"
          isNeeded
          label={<FormattedMessage id="paper.ask.region" />}
          why={<FormattedMessage id="paper.ask.regionWhy" />}
          options={places.map(({ code, kind, name }) => ({
            value: code,
            words: `${kind === "province" ? "— " : ""}${label(name)}`,
          }))}
        />
      )}
    </>
  );
}

function DayQuestions({ form }: { form: FormState<Field> }) {
  return (["asOf", "knownOn"] as const).map((name) => (
    <AskText
      key={name}
      form={form}
      name={name}
      type="date"
      label={<FormattedMessage id={`dates.${name}`} />}
      why={<FormattedMessage id={`paper.ask.${name}Why`} />}
    />
  ));
}
