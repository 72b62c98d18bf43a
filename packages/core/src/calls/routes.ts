import { defineRoutes } from "../kernel/index.ts";
import { enterApplication, saveOwnApplication } from "./apply.ts";
import { closeCall, screenApplication } from "./close-call.ts";
import { closeScoring } from "./close-scoring.ts";
import { decideCall } from "./decide.ts";
import { extendCall } from "./extend-call.ts";
import {
  giveFile,
  giveOwnFile,
  submitApplication,
  submitOwnApplication,
  withdrawApplication,
} from "./give-in.ts";
import { inviteApplicant, makeInvitationLink } from "./invite.ts";
import { makeAgreement } from "./make-agreement.ts";
import { nameAssessor, possibleAssessors, releaseAssessor } from "./name-assessors.ts";
import { cancelCall, openCall } from "./open-call.ts";
import { openApplicationFile } from "./open-file.ts";
import { ownRights } from "./own-rights.ts";
import { prepareCall, reviseCall } from "./prepare-call.ts";
import { publishResult } from "./publish-result.ts";
import {
  listApplications,
  listOwnApplications,
  readApplication,
  readOwnApplication,
} from "./read-applications.ts";
import { listCalls, listOpenCalls, readCall, readOpenCall } from "./read-calls.ts";
import { listInvitations, readOwnInvitation } from "./read-invitations.ts";
import { listNotices, readNotice } from "./read-notices.ts";
import { readRanking } from "./read-ranking.ts";
import { listResults, readResult } from "./read-results.ts";
import { listAssessors, readScoring } from "./read-scoring.ts";
import { handIn, score, stateInterests } from "./score.ts";

const largestBody = 15_000_000;

export const routes = defineRoutes([
  { method: "GET", path: "/calls", query: listCalls, summary: "The calls for projects of a space" },
  { method: "POST", path: "/calls", act: prepareCall, summary: "Prepare a call for projects" },
  { method: "GET", path: "/calls/:call", query: readCall, summary: "A call with what it says" },
  { method: "GET", path: "/calls/:call/rights", query: ownRights, summary: "What one may do with a call" },
  { method: "POST", path: "/calls/:call/terms", act: reviseCall, summary: "Change a call that is prepared" },
  { method: "POST", path: "/calls/:call/open", act: openCall, summary: "Open a call" },
  { method: "POST", path: "/calls/:call/closing-day", act: extendCall, summary: "Give applicants more time" },
  { method: "POST", path: "/calls/:call/close", act: closeCall, summary: "Close reception" },
  { method: "POST", path: "/calls/:call/cancel", act: cancelCall, summary: "End a call without a result" },
  {
    method: "GET",
    path: "/calls/:call/applications",
    query: listApplications,
    summary: "The applications of a call, with what each lacks",
  },
  {
    method: "POST",
    path: "/calls/:call/applications",
    act: enterApplication,
    summary: "Enter an application that came on paper",
  },
  {
    method: "GET",
    path: "/calls/:call/invitations",
    query: listInvitations,
    summary: "Who was invited to answer a call, and what came of it",
  },
  {
    method: "POST",
    path: "/calls/:call/invitations",
    act: inviteApplicant,
    summary: "Invite an organisation without an account to answer a call",
  },
  {
    method: "POST",
    path: "/call-invitations/:invitation/link",
    act: makeInvitationLink,
    summary: "The one-time link of an invitation, to hand over",
  },
  {
    method: "GET",
    path: "/own-invitation",
    query: readOwnInvitation,
    summary: "To which call whoever came by a link is invited",
  },
  {
    method: "GET",
    path: "/calls/:call/possible-assessors",
    query: possibleAssessors,
    summary: "Who may be named to judge",
  },
  { method: "GET", path: "/calls/:call/assessors", query: listAssessors, summary: "Who judges, and how far" },
  { method: "POST", path: "/calls/:call/assessors", act: nameAssessor, summary: "Name an assessor" },
  {
    method: "POST",
    path: "/calls/:call/assessors/:user/release",
    act: releaseAssessor,
    summary: "Take an assessor back",
  },
  {
    method: "GET",
    path: "/calls/:call/scoring",
    query: readScoring,
    summary: "What one has to judge, with one's own marks",
  },
  {
    method: "POST",
    path: "/calls/:call/interests",
    act: stateInterests,
    summary: "State one's interests, or that one has none",
  },
  { method: "POST", path: "/calls/:call/hand-in", act: handIn, summary: "Hand one's marks in" },
  { method: "POST", path: "/calls/:call/close-scoring", act: closeScoring, summary: "Close scoring" },
  {
    method: "GET",
    path: "/calls/:call/ranking",
    query: readRanking,
    summary: "The ranking, with every mark",
  },
  { method: "POST", path: "/calls/:call/decide", act: decideCall, summary: "Record the decision" },
  { method: "POST", path: "/calls/:call/publish", act: publishResult, summary: "Publish the result" },
  {
    method: "GET",
    path: "/applications/:application",
    query: readApplication,
    summary: "An application in full",
  },
  {
    method: "POST",
    path: "/applications/:application/submit",
    act: submitApplication,
    summary: "Give in an application that came on paper",
  },
  {
    method: "POST",
    path: "/applications/:application/files",
    act: giveFile,
    summary: "Give a document of an application that came on paper",
    largestBody,
  },
  {
    method: "POST",
    path: "/applications/:application/file",
    act: openApplicationFile,
    summary: "Open a document of an application",
  },
  {
    method: "POST",
    path: "/applications/:application/screening",
    act: screenApplication,
    summary: "Say whether an application is judged",
  },
  { method: "POST", path: "/applications/:application/marks", act: score, summary: "Mark an application" },
  {
    method: "POST",
    path: "/applications/:application/agreement",
    act: makeAgreement,
    summary: "Make the specific agreement of an accepted application",
  },
  {
    method: "GET",
    path: "/call-notices",
    query: listNotices,
    summary: "The calls that were opened and have no result yet, for everybody",
  },
  {
    method: "GET",
    path: "/call-notices/:call",
    query: readNotice,
    summary: "A call that was opened and has no result yet, for everybody",
  },
  {
    method: "GET",
    path: "/call-results",
    query: listResults,
    summary: "The published results of calls, for everybody",
  },
  {
    method: "GET",
    path: "/call-results/:call",
    query: readResult,
    summary: "The published result of a call, for everybody",
  },
  { method: "GET", path: "/open-calls", query: listOpenCalls, summary: "The calls that were opened" },
  { method: "GET", path: "/open-calls/:call", query: readOpenCall, summary: "A call as applicants read it" },
  {
    method: "POST",
    path: "/open-calls/:call/application",
    act: saveOwnApplication,
    summary: "Save one's own application",
  },
  {
    method: "GET",
    path: "/own-applications",
    query: listOwnApplications,
    summary: "The applications of one's own organisations",
  },
  {
    method: "GET",
    path: "/own-applications/:application",
    query: readOwnApplication,
    summary: "One's own application, and its answer",
  },
  {
    method: "POST",
    path: "/own-applications/:application/submit",
    act: submitOwnApplication,
    summary: "Give one's own application in",
  },
  {
    method: "POST",
    path: "/own-applications/:application/files",
    act: giveOwnFile,
    summary: "Give a document of one's own application",
    largestBody,
  },
  {
    method: "POST",
    path: "/own-applications/:application/withdraw",
    act: withdrawApplication,
    summary: "Take one's own application back",
  },
]);
