import { useIntl } from "react-intl";
import { api, given } from "../../api/client.ts";
import type { Event } from "../../api/read.ts";
import { AddForm } from "../../form/add-form.tsx";
import { AskChoice, AskText } from "../../form/asked.tsx";
import bodies from "../../form/bodies.gen.json";
import { needed } from "../../form/needed.ts";
import { PickAgreement, PickOrganisation } from "../../form/picks.tsx";
import { orNull, wholeNumber } from "../../form/texts.ts";
import { useAfter } from "../../form/use-after.ts";
import { useForm } from "../../form/use-form.ts";
import { attendanceRoles, partKinds, relations } from "./words.ts";

interface AddProps {
  readonly event: Event;
}

export function AddPart({ event: { reference, space } }: AddProps) {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: `part of ${reference}`,
    recorded: { texts: { kind: "", topic: "", host: "" }, revision: null },
    rules: bodies.addPart,
    check: (values) => needed(values, "kind"),
    save: ({ kind, topic, host }) =>
      given(
        api.POST("/api/v1/events/parts", {
          body: {
            ...{ event: reference, topic: orNull(topic), host: orNull(host) },
            kind: partKinds.find((one) => one === kind) ?? "other",
          },
        }),
      ),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "eventForm.addPart" })}>
      <AskChoice
        form={form}
        name="kind"
        label="eventForm.partKind"
        options={partKinds.map((value) => ({ value, id: `event.part.${value}` }))}
      />
      <AskText form={form} name="topic" label="eventForm.topic" why="eventForm.topic.why" />
      <PickOrganisation form={form} name="host" space={space} label="eventForm.host" />
    </AddForm>
  );
}

export function AddParticipant({ event: { reference, space } }: AddProps) {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: `participant of ${reference}`,
    recorded: { texts: { role: "", organisation: "", category: "", headcount: "" }, revision: null },
    rules: bodies.registerAttendance,
    check: (values) => ({
      ...needed(values, "role"),
      ...(values.organisation + values.category.trim() === "" && {
        category: { id: "eventForm.fault.nobody" },
      }),
    }),
    save: (values) =>
      given(
        api.POST("/api/v1/events/attendance", {
          body: {
            ...{
              event: reference,
              organisation: orNull(values.organisation),
              category: orNull(values.category),
            },
            role: attendanceRoles.find((one) => one === values.role) ?? "attendee",
            headcount: wholeNumber(values.headcount),
          },
        }),
      ),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "eventForm.addParticipant" })}>
      <AskChoice
        form={form}
        name="role"
        label="eventForm.role"
        options={attendanceRoles.map((value) => ({ value, id: `event.role.${value}` }))}
      />
      <PickOrganisation form={form} name="organisation" space={space} label="eventForm.organisation" />
      <AskText form={form} name="category" label="eventForm.category" why="eventForm.category.why" />
      <AskText form={form} name="headcount" digits label="eventForm.headcount" />
    </AddForm>
  );
}

export function ConcernAgreement({ event: { reference, space } }: AddProps) {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: `agreement of ${reference}`,
    recorded: { texts: { agreement: "", relation: "" }, revision: null },
    check: (values) => needed(values, "agreement", "relation"),
    about: { "agreements.unknown": "agreement", "meetings.other_space": "agreement" },
    save: ({ agreement, relation }) =>
      given(
        api.POST("/api/v1/events/agreements", {
          body: {
            ...{ event: reference, agreement },
            relation: relations.find((one) => one === relation) ?? "discussed_at",
          },
        }),
      ),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "eventForm.concern" })}>
      <PickAgreement form={form} name="agreement" space={space} label="eventForm.agreement" />
      <AskChoice
        form={form}
        name="relation"
        isNeeded
        label="eventForm.relation"
        options={relations.map((value) => ({ value, id: `event.relation.${value}` }))}
      />
    </AddForm>
  );
}

export function AddDecision({ event: { reference, space } }: AddProps) {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: `decision of ${reference}`,
    recorded: { texts: { decision: "", owner: "", dueOn: "", leadsTo: "" }, revision: null },
    rules: bodies.recordDecision,
    about: { "agreements.unknown": "leadsTo", "organisations.unknown": "owner" },
    save: ({ decision, owner, dueOn, leadsTo }) =>
      given(
        api.POST("/api/v1/events/decisions", {
          body: {
            ...{ event: reference, decision: decision.trim(), owner: orNull(owner) },
            ...{ dueOn: orNull(dueOn), leadsTo: orNull(leadsTo) },
          },
        }),
      ),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "eventForm.addDecision" })}>
      <AskText
        form={form}
        name="decision"
        lines={2}
        label="eventForm.decision"
        why="eventForm.decision.why"
      />
      <PickOrganisation form={form} name="owner" space={space} label="eventForm.owner" />
      <AskText form={form} name="dueOn" type="date" label="eventForm.dueOn" />
      <PickAgreement form={form} name="leadsTo" space={space} label="eventForm.leadsTo" />
    </AddForm>
  );
}
