import { agreement, and, cited, day, type Input, space } from "./about-a-file.ts";

const event: Input = (file) => ({ event: file.event });

export const inputs: Readonly<Record<string, Input>> = {
  "meetings.event": event,
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
  "meetings.name_topic": and(event, { kind: "topic", label: "suite" }),
  "meetings.record_decision": and(event, { decision: "écrire" }),
  "meetings.register_attendance": and(event, { role: "guest", category: "experts" }),
  "meetings.list": () => ({ space }),
};
