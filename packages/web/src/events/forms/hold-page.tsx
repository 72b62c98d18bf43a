// Records an event: a seminar, assizes, a visit, a ceremony, a committee; of its date what is known.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../../api/account.ts";
import { api, given } from "../../api/client.ts";
import { Page } from "../../app/page.tsx";
import { useShownSpace } from "../../app/shown-space.tsx";
import { Allowed } from "../../form/allowed.tsx";
import { AskChoice, AskText } from "../../form/asked.tsx";
import bodies from "../../form/bodies.gen.json";
import { FormShell } from "../../form/form-shell.tsx";
import { needed } from "../../form/needed.ts";
import { readPartial } from "../../form/partial-day.ts";
import { PickTerritory } from "../../form/picks.tsx";
import { orNull } from "../../form/texts.ts";
import { type FormState, useForm } from "../../form/use-form.ts";
import { whereAllowed } from "../../form/where-allowed.ts";
import { eventKinds } from "./words.ts";

export function HoldEventPage() {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "eventForm.new" });
  const { data: who } = useQuery(me());
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="eventForm.lead" />}>
      <Allowed is={who && may(who, "meetings.edit")}>
        <HoldForm />
      </Allowed>
    </Page>
  );
}

const empty = { kind: "", name: "", date: "", territoryId: "", placeText: "", reference: "" };
type Field = keyof typeof empty;

function useHoldForm() {
  const space = useShownSpace();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: who } = useQuery(me());
  return useForm<Field, { reference: string }>({
    name: `event new ${space}`,
    recorded: { texts: empty, revision: null },
    rules: bodies.holdEvent,
    check: (values) => ({
      ...needed(values, "kind"),
      ...(values.date.trim() !== "" &&
        readPartial(values.date) === null && { date: { id: "form.fault.partialDate" } }),
      ...whereAllowed(who, values, "territoryId"),
    }),
    about: { "meetings.reference_taken": "reference", "meetings.territory_unknown": "territoryId" },
    save: (values) => {
      const date = readPartial(values.date);
      const reference = orNull(values.reference);
      return given(
        api.POST("/api/v1/events", {
          body: {
            ...{ space, name: orNull(values.name), ...(reference && { reference }) },
            kind: eventKinds.find((one) => one === values.kind) ?? "other",
            ...{ territoryId: orNull(values.territoryId), placeText: orNull(values.placeText) },
            ...(date && { date }),
          },
        }),
      );
    },
    onSaved: async ({ reference }) => {
      await client.invalidateQueries();
      await navigate({ to: "/events/$reference/edit", params: { reference } });
    },
  });
}

function HoldForm() {
  const intl = useIntl();
  const form = useHoldForm();
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: "eventForm.new" })}
      action={<FormattedMessage id="eventForm.hold" />}
      nameOf={(name) => <FormattedMessage id={`eventForm.${name}`} />}
    >
      <HoldQuestions form={form} />
    </FormShell>
  );
}

function HoldQuestions({ form }: { form: FormState<Field> }) {
  const space = useShownSpace();
  return (
    <>
      <AskChoice
        form={form}
        name="kind"
        label="eventForm.kind"
        options={eventKinds.map((value) => ({ value, id: `event.kind.${value}` }))}
      />
      <AskText form={form} name="name" label="eventForm.name" why="eventForm.name.why" />
      <AskText form={form} name="date" direction="ltr" label="eventForm.date" why="form.fault.partialDate" />
      <PickTerritory form={form} name="territoryId" space={space} label="eventForm.territoryId" />
      <AskText form={form} name="placeText" label="eventForm.placeText" why="eventForm.placeText.why" />
      <AskText
        form={form}
        name="reference"
        direction="ltr"
        label="eventForm.reference"
        why="eventForm.reference.why"
      />
    </>
  );
}
