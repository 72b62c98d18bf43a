import { defineRoutes } from "../kernel/index.ts";
import { answerRequest } from "./answer.ts";
import { askDeclaration, makeRequestLink } from "./ask.ts";
import { requestsOfAgreement } from "./list.ts";
import { readOwnRequest } from "./read-own.ts";

export const routes = defineRoutes([
  {
    method: "POST",
    path: "/declaration-requests",
    act: askDeclaration,
    summary: "Ask a partner for its number of a period",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/declaration-requests",
    query: requestsOfAgreement,
    summary: "Who was asked for what, and whether the answer came",
  },
  {
    method: "POST",
    path: "/declaration-requests/:request/link",
    act: makeRequestLink,
    summary: "The one-time link of a request, to hand over",
  },
  {
    method: "GET",
    path: "/own-request",
    query: readOwnRequest,
    summary: "What one's own organisation promised, what the others owe, and what is asked",
  },
  {
    method: "POST",
    path: "/own-request/answer",
    act: answerRequest,
    summary: "Declare the numbers that are asked for, with a file as evidence; once",
    largestBody: 15_000_000,
  },
]);
