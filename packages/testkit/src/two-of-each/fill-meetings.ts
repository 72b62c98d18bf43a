// An event and a committee of an agreement, with a row in every table of theirs.
import type { Context } from "@iltizam/core/kernel";
import {
  addPart,
  concernAgreement,
  convene,
  holdEvent,
  nameTopic,
  postpone,
  recordDecision,
  registerAttendance,
  setUpCommittee,
} from "@iltizam/core/meetings";

const space = "simulated" as const;

type Ids = (name: string) => string;

export async function fillEvent(
  ctx: Context,
  id: Ids,
  agreement: string,
  company: string,
  region: string,
  assertion: string,
) {
  const event = `COMITE-${agreement}`;
  await holdEvent(ctx, {
    ...{ space, reference: event, kind: "committee", name: event, territoryId: id(region) },
    citedBy: [{ assertion, field: "name" }],
  });
  await addPart(ctx, { event, kind: "meeting", topic: "bilan" });
  await nameTopic(ctx, { event, kind: "topic", label: "bilan" });
  await registerAttendance(ctx, { event, role: "attendee", organisation: company });
  await concernAgreement(ctx, { event, agreement, relation: "discussed_at" });
  await recordDecision(ctx, { event, decision: "relancer", owner: company, dueOn: "2026-02-28" });
  await postpone(ctx, { event, decision: 1, to: "2026-03-31", reason: "en attente" });
  return event;
}

export async function fillCommittee(ctx: Context, agreement: string, company: string) {
  const { committee } = await setUpCommittee(ctx, {
    ...{ agreement, kind: "follow_up", name: "Comité de suivi", presidedBy: "wali", everyMonths: 3 },
    ...{ setUpOn: "2026-01-10", members: [{ organisation: company, role: "member", function: "RH" }] },
  });
  const on = { on: "2026-04-10", time: "10:00", agenda: ["bilan"] };
  return { committee, meeting: (await convene(ctx, { committee, ...on })).event };
}
