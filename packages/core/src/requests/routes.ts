import { defineRoutes } from "../kernel/index.ts";
import { answerRequest } from "./answer.ts";
import { askDeclaration, makeRequestLink } from "./ask.ts";
import { askAgain } from "./ask-again.ts";
import { declareFor } from "./declare-for.ts";
import { declarationRequests, requestsOfAgreement } from "./list.ts";
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
    method: "GET",
    path: "/declaration-requests",
    query: declarationRequests,
    summary: "What partners were asked for, by whether it came",
  },
  {
    method: "POST",
    path: "/declaration-requests/:request/again",
    act: askAgain,
    summary: "Ask once more, until a new day",
  },
  {
    method: "POST",
    path: "/declarations-in-name",
    act: declareFor,
    summary: "Record the number that a partner gave, in its name, with the paper as its proof",
    largestBody: 15_000_000,
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
