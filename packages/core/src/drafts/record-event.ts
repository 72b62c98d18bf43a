// The event with its parts, people, topics and decisions; a further source of a known event adds its words to it.
import { sql } from "kysely";
import { type ActContext, firstRow, rows } from "../kernel/index.ts";
import {
  addPart,
  attendanceRole,
  citeEvent,
  completeEvent,
  concernAgreement,
  eventKind,
  holdEvent,
  nameTopic,
  partKind,
  recordDecision,
  registerAttendance,
} from "../meetings/index.ts";
import { completedDate } from "./partial-dates.ts";
import { cited, organisationFor, personId, placeId, type Recording, sayingsAbout } from "./recording.ts";

/** Records the event, or joins the one that is known under the review's reference. */
export async function recordEvent(recording: Recording): Promise<void> {
  const { ctx, draft, review } = recording;
  const { event } = draft;
  if (!event || !review.event) return;
  const { reference } = review.event;
  const citedBy = [
    ...["kind", "name", "date", "place"].flatMap((field) => cited(recording, `event.${field}`, field)),
    ...cited(recording, "review.event.dateText", "date"),
    ...sayingsAbout(recording, "event").map(({ field, assertion }) => ({ field, assertion })),
  ];
  const said = sayingsAbout(recording, "event").filter(({ field }) => field === "date");
  const date = completedDate([event.date?.value, ...said.map(({ value }) => value.value)]) ?? undefined;
  const values = {
    ...{ name: event.name?.value ?? null, date, dateText: review.event.dateText?.value ?? null },
    ...{
      placeText: event.place?.value ?? null,
      territoryId: placeId(recording.places, review.event.territory),
      citedBy,
    },
  };
  if (await isKnown(ctx, reference)) await completeEvent(ctx, { event: reference, ...values });
  else
    await holdEvent(ctx, {
      ...values,
      reference,
      space: review.space,
      kind: eventKind.parse(event.kind?.value ?? "other"),
    });
  const id =
    (await firstRow(ctx.tx, sql<{ id: string }>`select id from events where reference = ${reference}`))?.id ??
    "";
  recording.objects.set("event", { kind: "event", id });
  await recordParts(recording, reference, id);
  await recordOrganisers(recording, reference);
  await recordAttendees(recording, reference);
  await recordTopics(recording, reference);
}

async function isKnown(ctx: ActContext, reference: string): Promise<boolean> {
  return (await firstRow(ctx.tx, sql`select from events where reference = ${reference}`)) !== undefined;
}

/** A part of the same kind and topic is the same part. */
async function recordParts(recording: Recording, event: string, eventId: string): Promise<void> {
  const { ctx, draft } = recording;
  const known = await rows(
    ctx.tx,
    sql<{ id: string; kind: string; topic: string | null }>`
      select id, kind, topic from event_parts where event_id = ${eventId}`,
  );
  for (const [index, part] of (draft.event?.parts ?? []).entries()) {
    const topic = part.name?.value ?? null;
    const kind = partKind.parse(part.kind?.value ?? "other");
    const citedBy = [
      ...cited(recording, `event.parts.${index}.kind`, "part"),
      ...cited(recording, `event.parts.${index}.name`, "topic"),
    ];
    const same = known.find((one) => one.kind === kind && one.topic === topic);
    if (same && citedBy.length > 0) await citeEvent(ctx, { event, rowId: same.id, assertions: citedBy });
    if (same) continue;
    const topicInferred = part.name?.as === "inferred";
    await addPart(ctx, { event, kind, topic, topicInferred, placeStated: false, citedBy });
  }
}

/** The first one named organises, the others with it. */
async function recordOrganisers(recording: Recording, event: string): Promise<void> {
  for (const [index, organiser] of (recording.draft.event?.organisers ?? []).entries()) {
    await registerAttendance(recording.ctx, {
      event,
      role: index === 0 ? "organiser" : "co_organiser",
      organisation: organisationFor(recording, organiser.value ?? organiser.passage.text),
      citedBy: cited(recording, `event.organisers.${index}`, "organiser"),
    });
  }
}

async function recordAttendees(recording: Recording, event: string): Promise<void> {
  const { ctx, draft, review } = recording;
  for (const [index, { name, title, role }] of draft.attendees.entries()) {
    const words = [name?.value, title?.value].filter((word) => word !== null && word !== undefined);
    const person = review.people.find((one) =>
      one.words.some((word) => word !== null && words.includes(word)),
    );
    const fields = ["name", "title", "role"].flatMap((part) =>
      cited(recording, `attendees.${index}.${part}`, "attendance"),
    );
    await registerAttendance(ctx, {
      event,
      role: attendanceRole.parse(role?.value ?? "attendee"),
      officeHolderId: personId(recording, person?.key ?? null),
      category: person ? null : (words[0] ?? "—"),
      citedBy: fields,
    });
  }
  for (const [index, { person, value: _, ...given }] of review.attendance.entries()) {
    const citedBy = cited(recording, `review.attendance.${index}.value`, "attendance");
    await registerAttendance(ctx, { event, ...given, officeHolderId: personId(recording, person), citedBy });
  }
}

async function recordTopics(recording: Recording, event: string): Promise<void> {
  for (const [index, { kind, code, label }] of recording.review.topics.entries()) {
    const citedBy = cited(recording, `review.topics.${index}.label`, "topic");
    await nameTopic(recording.ctx, { event, kind, code, label: label.value ?? label.passage.text, citedBy });
  }
}

/** What the event had to do with the agreements, and what it decided; once these are recorded. */
export async function recordOutcome(recording: Recording): Promise<void> {
  const { ctx, review } = recording;
  if (!review.event) return;
  const { reference: event, announced, signed, discussed, decided, frameworks } = review.event;
  const relations = [
    ...announced.map((agreement) => ({ agreement, relation: "announced_at" as const })),
    ...signed.map((agreement) => ({ agreement, relation: "signed_at" as const })),
    ...discussed.map((agreement) => ({ agreement, relation: "discussed_at" as const })),
    ...decided.map((agreement) => ({ agreement, relation: "decided_at" as const })),
    ...frameworks.map((agreement) => ({ agreement, relation: "framework_of" as const })),
  ];
  for (const relation of relations) await concernAgreement(ctx, { event, ...relation });
  for (const [index, { decision, leadsTo, owner }] of review.decisions.entries()) {
    const citedBy = cited(recording, `review.decisions.${index}.value`, "decision");
    await recordDecision(ctx, { event, decision, leadsTo, owner, citedBy });
  }
}
