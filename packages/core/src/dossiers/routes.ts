import { defineRoutes } from "../kernel/index.ts";
import { copyHeld } from "./copy-held.ts";
import { listDeadlines, setDeadline } from "./deadlines.ts";
import { decideDeletion } from "./decide-deletion.ts";
import { dueForDeletion } from "./due.ts";
import { completeRequest, decideRequest, identifyRequester } from "./handle-request.ts";
import { lookUp } from "./look-up.ts";
import { getRequest, listRequests } from "./read-requests.ts";
import { receiveRequest } from "./receive-request.ts";

export const routes = defineRoutes([
  {
    method: "POST",
    path: "/people/look-up",
    act: lookUp,
    summary: "Find a person by her document, and whether she is counted already",
  },
  {
    method: "GET",
    path: "/person-requests",
    query: listRequests,
    summary: "Requests of persons about their data",
  },
  { method: "POST", path: "/person-requests", act: receiveRequest, summary: "Take a person's request in" },
  {
    method: "GET",
    path: "/person-requests/:number",
    query: getRequest,
    summary: "One request with its words",
  },
  {
    method: "POST",
    path: "/person-requests/:number/identification",
    act: identifyRequester,
    summary: "Make sure who asks, by the document that was shown",
  },
  {
    method: "POST",
    path: "/person-requests/:number/decision",
    act: decideRequest,
    summary: "Decide a request; a granted erasure is done at once",
  },
  {
    method: "POST",
    path: "/person-requests/:number/completion",
    act: completeRequest,
    summary: "What was granted is done",
  },
  {
    method: "POST",
    path: "/person-requests/:number/copy",
    act: copyHeld,
    summary: "The copy of everything held of a person, in Arabic or French",
  },
  {
    method: "GET",
    path: "/request-deadlines",
    query: listDeadlines,
    summary: "Within how many days requests are answered, and by which text",
  },
  {
    method: "POST",
    path: "/request-deadlines",
    act: setDeadline,
    summary: "Set within how many days a kind of request is answered, from a day on",
  },
  { method: "GET", path: "/due-deletions", query: dueForDeletion, summary: "What has passed its term" },
  {
    method: "POST",
    path: "/due-deletions",
    act: decideDeletion,
    summary: "Decide what of the list goes or stays",
  },
]);
