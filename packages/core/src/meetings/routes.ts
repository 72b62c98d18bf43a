import { defineRoutes } from "../kernel/index.ts";
import { addPart } from "./add-part.ts";
import { citeEvent } from "./cite-event.ts";
import { completeEvent } from "./complete-event.ts";
import { concernAgreement } from "./concern-agreement.ts";
import { done } from "./done.ts";
import { holdEvent } from "./hold-event.ts";
import { listEvents } from "./list-events.ts";
import { nameTopic } from "./name-topic.ts";
import { eventInFull, eventsOfAgreement } from "./queries.ts";
import { recordDecision } from "./record-decision.ts";
import { registerAttendance } from "./register-attendance.ts";

export const routes = defineRoutes([
  { method: "GET", path: "/events", query: listEvents, summary: "List and search events" },
  { method: "GET", path: "/events/:event", query: eventInFull, summary: "An event in full" },
  {
    method: "GET",
    path: "/agreements/:agreement/events",
    query: eventsOfAgreement,
    summary: "The events that concern an agreement",
  },
  { method: "POST", path: "/events", act: holdEvent, summary: "Record an event" },
  {
    method: "POST",
    path: "/events/complete",
    act: completeEvent,
    summary: "Fill in what was left open of an event",
  },
  { method: "POST", path: "/events/parts", act: addPart, summary: "Add a part to an event" },
  { method: "POST", path: "/events/attendance", act: registerAttendance, summary: "Say who took part" },
  { method: "POST", path: "/events/topics", act: nameTopic, summary: "Say what an event was about" },
  {
    method: "POST",
    path: "/events/agreements",
    act: concernAgreement,
    summary: "Link an event to an agreement",
  },
  { method: "POST", path: "/events/decisions", act: recordDecision, summary: "Record a decision" },
  { method: "POST", path: "/events/decisions/done", act: done, summary: "Mark a decision as carried out" },
  { method: "POST", path: "/events/sources", act: citeEvent, summary: "Link what a source says to an event" },
]);
