import { agreement, and, cited, day, type Input, nobody, nothing, reason, space } from "./about-a-file.ts";

const event: Input = (file) => ({ event: file.event });
const meeting: Input = (file) => ({ event: file.meeting });

export const inputs: Readonly<Record<string, Input>> = {
  "meetings.event": event,
  "meetings.own_rights": event,
  "meetings.of_agreement": agreement,
  "meetings.hold_event": ({ reference, region }, id) => ({
    ...{ space, reference: `FORUM-${reference}`, kind: "forum", territoryId: id(region) },
  }),
  "meetings.add_part": and(event, { kind: "visit" }),
  "meetings.cite_event": and(event, cited),
  "meetings.complete_event": and(event, { placeText: "salle 2" }),
  "meetings.concern_agreement": and(event, ({ reference }) => ({
    ...{ agreement: reference, relation: "decided_at" },
  })),
  "meetings.done": and(event, { decision: 1, on: day }),
  "meetings.say_in_arabic": and(event, { text: "لقاء", reviewed: false }),
  "meetings.say_in_english": and(event, { text: "Job fair" }),
  "meetings.name_topic": and(event, { kind: "topic", label: "suite" }),
  "meetings.record_decision": and(event, { decision: "écrire" }),
  "meetings.register_attendance": and(event, { role: "guest", category: "experts" }),
  "meetings.list": () => ({ space }),
  "meetings.postpone": and(event, { decision: 1, to: "2026-09-01", reason }),
  "meetings.committees": agreement,
  "meetings.meeting": meeting,
  "meetings.event_calendar": meeting,
  "meetings.calendar": () => ({ space, from: day, to: "2026-12-31" }),
  "meetings.calendar_addresses": nothing,
  "meetings.make_calendar_address": () => ({ space, name: "téléphone" }),
  "meetings.revoke_calendar_address": () => ({ address: nobody }),
  "meetings.set_up_committee": and(agreement, {
    ...{ kind: "follow_up", name: "Comité", presidedBy: "wali", everyMonths: 3, setUpOn: day },
  }),
  "meetings.revise_committee": ({ committee }) => ({ committee, everyMonths: 6, reason }),
  "meetings.convene": ({ committee }) => ({ committee, on: "2026-06-01", time: "10:00" }),
  "meetings.set_agenda": and(meeting, { agenda: ["bilan"] }),
  "meetings.move_meeting": and(meeting, { on: "2026-06-02", time: "11:00", place: null, reason }),
  "meetings.cancel_meeting": and(meeting, { reason }),
  "meetings.hold_meeting": and(meeting, { on: day }),
  "meetings.write_minutes": and(meeting, { minutes: "vu et lu" }),
  "meetings.publish_minutes": meeting,
  "meetings.record_recommendation": and(agreement, {
    ...{ auditor: "AGENCY", report: "Audit", reportedOn: day, recommendation: "suivre" },
  }),
};
