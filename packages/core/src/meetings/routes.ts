import { defineRoutes } from "../kernel/index.ts";
import { addPart } from "./add-part.ts";
import { calendarAddresses, makeCalendarAddress, revokeCalendarAddress } from "./calendar-address.ts";
import { citeEvent } from "./cite-event.ts";
import { committeesOfAgreement } from "./committees.ts";
import { completeEvent } from "./complete-event.ts";
import { concernAgreement } from "./concern-agreement.ts";
import { convene } from "./convene.ts";
import { done } from "./done.ts";
import { eventCalendar } from "./event-calendar.ts";
import { holdEvent } from "./hold-event.ts";
import { holdMeeting, publishMinutes, writeMinutes } from "./hold-meeting.ts";
import { listEvents } from "./list-events.ts";
import { meetingInFull, meetingsBetween } from "./meeting.ts";
import { nameTopic } from "./name-topic.ts";
import { ownRights } from "./own-rights.ts";
import { postpone } from "./postpone.ts";
import { cancelMeeting, moveMeeting, setAgenda } from "./prepare-meeting.ts";
import { eventInFull, eventsOfAgreement } from "./queries.ts";
import { recordDecision } from "./record-decision.ts";
import { recordRecommendation } from "./record-recommendation.ts";
import { registerAttendance } from "./register-attendance.ts";
import { reviseCommittee } from "./revise-committee.ts";
import { sayInArabic } from "./say-in-arabic.ts";
import { sayInEnglish } from "./say-in-english.ts";
import { setUpCommittee } from "./set-up-committee.ts";

export const routes = defineRoutes([
  { method: "GET", path: "/events", query: listEvents, summary: "List and search events" },
  { method: "GET", path: "/events/:event", query: eventInFull, summary: "An event in full" },
  {
    method: "GET",
    path: "/events/:event/rights",
    query: ownRights,
    summary: "What the one who asks may do with it",
  },
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
  {
    method: "POST",
    path: "/events/translations",
    act: sayInArabic,
    summary: "Say in Arabic how an event is called, or what a part or topic of it is about",
  },
  {
    method: "POST",
    path: "/events/english-names",
    act: sayInEnglish,
    summary: "Say in English how an event is called",
  },
  { method: "POST", path: "/events/sources", act: citeEvent, summary: "Link what a source says to an event" },
  {
    method: "POST",
    path: "/events/decisions/postponed",
    act: postpone,
    summary: "Carry a decision over to a later day",
  },
  {
    method: "POST",
    path: "/recommendations",
    act: recordRecommendation,
    summary: "Record what an auditor recommends about an agreement",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/committees",
    query: committeesOfAgreement,
    summary: "The committees of an agreement, and what is still open",
  },
  { method: "POST", path: "/committees", act: setUpCommittee, summary: "Set up a committee" },
  {
    method: "POST",
    path: "/committees/revise",
    act: reviseCommittee,
    summary: "Change or dissolve a committee",
  },
  {
    method: "GET",
    path: "/committee-meetings",
    query: meetingsBetween,
    summary: "The meetings of committees between two days",
  },
  {
    method: "GET",
    path: "/committee-meetings/:event",
    query: meetingInFull,
    summary: "A meeting of a committee",
  },
  {
    method: "GET",
    path: "/events/:event/calendar",
    query: eventCalendar,
    summary: "An event, or a meeting of a committee, as an iCalendar file",
  },
  { method: "POST", path: "/committee-meetings", act: convene, summary: "Convene a committee" },
  {
    method: "POST",
    path: "/committee-meetings/agenda",
    act: setAgenda,
    summary: "Set the agenda of a meeting",
  },
  { method: "POST", path: "/committee-meetings/move", act: moveMeeting, summary: "Move a meeting" },
  { method: "POST", path: "/committee-meetings/cancel", act: cancelMeeting, summary: "Cancel a meeting" },
  {
    method: "POST",
    path: "/committee-meetings/hold",
    act: holdMeeting,
    summary: "Say that a meeting was held",
  },
  {
    method: "POST",
    path: "/committee-meetings/minutes",
    act: writeMinutes,
    summary: "Write the minutes of a meeting, with their file",
    largestBody: 15_000_000,
  },
  {
    method: "POST",
    path: "/committee-meetings/minutes/publish",
    act: publishMinutes,
    summary: "Publish the minutes of a meeting",
  },
  {
    method: "GET",
    path: "/account/calendar-addresses",
    query: calendarAddresses,
    summary: "One's own addresses for calendar programs",
  },
  {
    method: "POST",
    path: "/account/calendar-addresses",
    act: makeCalendarAddress,
    summary: "Make an address by which a calendar program fetches one's meetings; it is shown once",
  },
  {
    method: "POST",
    path: "/account/calendar-addresses/:address/revocation",
    act: revokeCalendarAddress,
    summary: "Take such an address back",
  },
]);
