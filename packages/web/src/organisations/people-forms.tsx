// Who holds a public office in an organisation, and where it serves people.
import { useIntl } from "react-intl";
import { api, given } from "../api/client.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { inOrder, needed } from "../form/needed.ts";
import { PickOrganisation, PickTerritory } from "../form/picks.tsx";
import { orNull } from "../form/texts.ts";
import { useAfter } from "../form/use-after.ts";
import { type FormState, useForm } from "../form/use-form.ts";
import type { Organisation } from "./read-organisation.ts";

interface AddProps {
  readonly organisation: Organisation;
}

const keepOffice = (organisation: string, of: Record<"function" | "name" | "from" | "to", string | null>) =>
  given(
    api.POST("/api/v1/organisations/{organisation}/office-holders", {
      params: { path: { organisation } },
      body: { ...of, function: of.function ?? "" },
    }),
  );

export function AddOfficeHolder({ organisation: { reference } }: AddProps) {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: `office in ${reference}`,
    recorded: { texts: { function: "", name: "", from: "", to: "" }, revision: null },
    rules: bodies.nameOfficeHolder,
    check: (values) => ({ ...needed(values, "function"), ...inOrder(values, "from", "to") }),
    about: { "organisations.period_reversed": "to" },
    save: ({ function: office, name, from, to }) =>
      keepOffice(reference, {
        ...{ function: orNull(office), name: orNull(name), from: orNull(from), to: orNull(to) },
      }),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "organisationForm.addOffice" })}>
      <AskText
        form={form}
        name="function"
        label="organisationForm.office"
        why="organisationForm.office.why"
      />
      <AskText
        form={form}
        name="name"
        isNeeded={false}
        label="organisationForm.officeHolder"
        why="organisationForm.officeHolder.why"
      />
      <div className="question-pair">
        <AskText form={form} name="from" type="date" label="organisationForm.officeFrom" />
        <AskText form={form} name="to" type="date" label="organisationForm.officeTo" />
      </div>
    </AddForm>
  );
}

interface EndOfficeProps extends AddProps {
  readonly holder: Organisation["officeHolders"][number];
}

/** The end of an office becomes known later: it is filled in, and stays. */
export function EndOffice({ organisation: { reference }, holder }: EndOfficeProps) {
  const intl = useIntl();
  const after = useAfter();
  const { function: office, name, from } = holder;
  const form = useForm({
    name: `end of office ${holder.id}`,
    recorded: { texts: { to: "" }, revision: null },
    check: ({ to }) => ({ ...needed({ to }, "to"), ...inOrder({ from: from ?? "", to }, "from", "to") }),
    save: ({ to }) => keepOffice(reference, { function: office, name, from, to }),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "organisationForm.endOffice" })}>
      <AskText form={form} name="to" type="date" isNeeded label="organisationForm.officeTo" />
    </AddForm>
  );
}

const pointKinds = ["agency", "employment_space", "mobile_unit", "incubator"] as const;
const emptyPoint = { kind: "", name: "", territoryId: "", openedOn: "", founder: "", programme: "" };

export function AddServicePoint({ organisation }: AddProps) {
  const intl = useIntl();
  const form = useServicePointForm(organisation);
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "organisationForm.addPoint" })}>
      <AskChoice
        form={form}
        name="kind"
        isNeeded
        label="organisationForm.pointKind"
        options={pointKinds.map((value) => ({ value, id: `organisationForm.pointKind.${value}` }))}
      />
      <AskText form={form} name="name" label="organisationForm.pointName" />
      <PickTerritory
        form={form}
        name="territoryId"
        space={organisation.space}
        label="organisationForm.pointPlace"
        why="organisationForm.pointPlace.why"
      />
      <AskText form={form} name="openedOn" type="date" label="organisationForm.openedOn" />
      <ForWhom form={form} organisation={organisation} />
    </AddForm>
  );
}

function useServicePointForm({ reference }: Organisation) {
  const after = useAfter();
  const form: FormState<keyof typeof emptyPoint> = useForm({
    name: `service point of ${reference}`,
    recorded: { texts: emptyPoint, revision: null },
    rules: bodies.openServicePoint,
    check: (values) => needed(values, "kind"),
    about: { "organisations.unknown": "founder", "organisations.territory_unknown": "territoryId" },
    save: (values) =>
      given(
        api.POST("/api/v1/organisations/{organisation}/service-points", {
          params: { path: { organisation: reference } },
          body: {
            kind: pointKinds.find((one) => one === values.kind) ?? "agency",
            ...{ name: values.name.trim(), territoryId: orNull(values.territoryId) },
            ...{ openedOn: orNull(values.openedOn), founder: orNull(values.founder) },
            programme: orNull(values.programme),
          },
        }),
      ),
    onSaved: () => after(form),
  });
  return form;
}

interface ForWhomProps extends AddProps {
  readonly form: FormState<keyof typeof emptyPoint>;
}

function ForWhom({ form, organisation }: ForWhomProps) {
  return (
    <>
      <PickOrganisation
        form={form}
        name="founder"
        space={organisation.space}
        label="organisationForm.founder"
        why="organisationForm.founder.why"
      />
      <AskText form={form} name="programme" label="organisationForm.programme" />
    </>
  );
}
