// Prepares a committee file, or the answer to a question: of a region or province, or of an agreement with what is below
// it; on two days. An answer says what was asked, and by which figures it is answered; it is shown before it is frozen.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { type PaperKind, preparePaper, previewPaper } from "../api/papers.ts";
import type { Space } from "../app/address.ts";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { today } from "../app/today.ts";
import { Allowed } from "../form/allowed.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { useCatalogue } from "../form/catalogue.ts";
import { ChooseMany } from "../form/choose-many.tsx";
import { Refusal } from "../form/fields.tsx";
import { FormShell } from "../form/form-shell.tsx";
import { needed } from "../form/needed.ts";
import { PickAgreement } from "../form/picks.tsx";
import { codesOf, orNull } from "../form/texts.ts";
import { type Faults, type FormState, useForm } from "../form/use-form.ts";
import { useLabel } from "../language/figures.tsx";
import { territories } from "../users/places.ts";
import { InPaper } from "./in-paper.tsx";
import { Totals } from "./totals.tsx";
import "./papers.css";

export function PreparePaperPage() {
  const intl = useIntl();
  const { agreement = "", kind = "committee" } = useSearch({ from: "/papers/new" });
  const name = intl.formatMessage({ id: `paper.prepare.${kind}` });
  const { data: who } = useQuery(me());
  return (
    <Page title={name} name={name} lead={<FormattedMessage id={`paper.prepareLead.${kind}`} />}>
      <Allowed is={who && may(who, "papers.prepare")}>
        <PrepareForm key={`${kind} ${agreement}`} agreement={agreement} kind={kind} />
      </Allowed>
    </Page>
  );
}

const empty = {
  ...{ about: "territory", region: "", agreement: "", asOf: "", knownOn: "", title: "" },
  ...{ text: "", askedBy: "", indicators: "" },
};
type Field = keyof typeof empty;

/** Days to come are refused before anything is sent: each beside its own field. */
function faultsOf(values: typeof empty, kind: PaperKind): Faults<Field> {
  const last = today();
  const toCome = (["asOf", "knownOn"] as const).filter((day) => values[day] > last);
  return {
    ...needed(values, values.about === "agreement" ? "agreement" : "region"),
    ...(kind === "answer" && needed(values, "text", "askedBy")),
    ...Object.fromEntries(toCome.map((day) => [day, { id: "paper.fault.toCome" }])),
  };
}

/** What is asked of the register: the same for what is shown before and for what is frozen. */
const askedOf = (space: Space, { about, region, agreement, asOf, knownOn }: typeof empty) => ({
  ...{ space, ...(about === "agreement" ? { agreement } : { region }) },
  ...(asOf && { asOf }),
  ...(knownOn && { knownOn }),
});

function usePrepareForm(agreement: string, kind: PaperKind) {
  const space = useShownSpace();
  const client = useQueryClient();
  const navigate = useNavigate();
  const begun = agreement === "" ? empty : { ...empty, about: "agreement", agreement };
  return useForm<Field, { number: string }>({
    name: `paper new ${kind} ${space} ${agreement}`,
    recorded: { texts: begun, revision: null },
    rules: bodies.preparePaper,
    check: (values) => faultsOf(values, kind),
    about: {
      "papers.region_unknown": "region",
      "papers.too_many_agreements": "region",
      "agreements.unknown": "agreement",
      "papers.no_agreement": "asOf",
      "papers.day_to_come": "asOf",
    },
    save: (values) =>
      preparePaper({
        ...{ ...askedOf(space, values), title: orNull(values.title) },
        ...(kind === "answer" && { question: questionOf(values) }),
      }),
    onSaved: async ({ number }) => {
      await client.invalidateQueries({ queryKey: ["papers"] });
      await navigate({ to: "/papers/$number", params: { number } });
    },
  });
}

const questionOf = ({ text, askedBy, indicators }: typeof empty) => ({
  ...{ text: text.trim(), askedBy: askedBy.trim(), indicators: codesOf(indicators) },
});

function PrepareForm({ agreement, kind }: { agreement: string; kind: PaperKind }) {
  const intl = useIntl();
  const form = usePrepareForm(agreement, kind);
  const preview = usePreview(form.values);
  return (
    <>
      <FormShell
        form={form}
        label={intl.formatMessage({ id: `paper.prepare.${kind}` })}
        action={<FormattedMessage id={`paper.prepareAction.${kind}`} />}
        nameOf={(name) => <FormattedMessage id={`paper.ask.${name}`} />}
      >
        {kind === "answer" && <AskedQuestions form={form} />}
        <AboutQuestions form={form} kind={kind} />
        {kind === "answer" && <FigureQuestions form={form} />}
        <DayQuestions form={form} />
        <AskText form={form} name="title" label="paper.ask.title" why={`paper.ask.titleWhy.${kind}`} />
        {kind === "answer" && <AskPreview preview={preview} />}
        <p className="muted" role="status">
          {form.isSending && <FormattedMessage id="paper.making" />}
        </p>
      </FormShell>
      {kind === "answer" && <Previewed preview={preview} />}
    </>
  );
}

function AskedQuestions({ form }: { form: FormState<Field> }) {
  return (
    <>
      <AskText form={form} name="text" lines={4} isNeeded label="paper.ask.text" why="paper.ask.textWhy" />
      <AskText form={form} name="askedBy" isNeeded label="paper.ask.askedBy" why="paper.ask.askedByWhy" />
    </>
  );
}

function FigureQuestions({ form }: { form: FormState<Field> }) {
  const options = useCatalogue("indicator");
  return (
    <ChooseMany
      form={form}
      name="indicators"
      label="paper.ask.indicators"
      why="paper.ask.indicatorsWhy"
      options={options}
    />
  );
}

/** What would be frozen, as the register has it now for the two days: asked for, since it takes its time. */
function usePreview(values: typeof empty) {
  const space = useShownSpace();
  const asked = { ...askedOf(space, values), indicators: codesOf(values.indicators) };
  const isAsked = values.about === "agreement" ? values.agreement !== "" : values.region !== "";
  const query = useQuery({
    queryKey: ["papers", "preview", asked],
    queryFn: () => previewPaper(asked),
    enabled: false,
    retry: false,
  });
  return { ...query, isAsked, space };
}
type Preview = ReturnType<typeof usePreview>;

function AskPreview({ preview: { data, error, isAsked, isFetching, refetch } }: { preview: Preview }) {
  return (
    <>
      <p className="button-row">
        <button
          type="button"
          className="button"
          disabled={!isAsked || isFetching}
          onClick={() => void refetch()}
        >
          <FormattedMessage id="paper.preview" />
        </button>
        <span className="muted" role="status">
          {isFetching && <FormattedMessage id="paper.making" />}
          {data && !isFetching && (
            <FormattedMessage id="paper.previewed" values={{ count: data.agreements.length }} />
          )}
        </span>
      </p>
      <Refusal error={error} />
    </>
  );
}

function Previewed({ preview: { data, error, space } }: { preview: Preview }) {
  if (!data || error) return null;
  return (
    <section className="answer-preview">
      <Totals content={data} />
      {data.agreements.map((one) => (
        <InPaper key={one.reference} agreement={one} space={space} />
      ))}
    </section>
  );
}

function AboutQuestions({ form, kind }: { form: FormState<Field>; kind: PaperKind }) {
  const space = useShownSpace();
  const label = useLabel();
  const { data: places = [] } = useQuery(territories(space));
  return (
    <>
      <AskChoice
        form={form}
        name="about"
        isNeeded
        label={`paper.ask.about.${kind}`}
        options={["territory", "agreement"].map((value) => ({ value, id: `paper.about.${value}` }))}
      />
      {form.values.about === "agreement" ? (
        <PickAgreement
          form={form}
          name="agreement"
          space={space}
          label="paper.ask.agreement"
          why="paper.ask.agreementWhy"
        />
      ) : (
        <AskChoice
          form={form}
          name="region"
          isNeeded
          label="paper.ask.region"
          why="paper.ask.regionWhy"
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
      label={`dates.${name}`}
      why={`paper.ask.${name}Why`}
    />
  ));
}
