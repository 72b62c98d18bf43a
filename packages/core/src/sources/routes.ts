import { defineRoutes } from "../kernel/index.ts";
import { adoptReading } from "./adopt-reading.ts";
import { assertValue } from "./assert-value.ts";
import { listDoubts } from "./doubts.ts";
import { keepDocument } from "./keep-document.ts";
import { getDocument, listDecisions, listDocuments } from "./queries.ts";
import { quotePassage } from "./quote-passage.ts";
import { raiseDoubt } from "./raise-doubt.ts";
import { settleDoubt } from "./settle-doubt.ts";

export const routes = defineRoutes([
  { method: "GET", path: "/documents", query: listDocuments, summary: "List documents" },
  {
    method: "GET",
    path: "/documents/:document",
    query: getDocument,
    summary: "One document with its text, its passages and what they assert",
  },
  { method: "GET", path: "/doubts", query: listDoubts, summary: "The doubts about one object" },
  {
    method: "GET",
    path: "/adopted-readings",
    query: listDecisions,
    summary: "The decisions on the readings of one figure",
  },
  { method: "POST", path: "/documents", act: keepDocument, summary: "Keep a document" },
  {
    method: "POST",
    path: "/documents/:documentId/passages",
    act: quotePassage,
    summary: "Quote a passage of a document",
  },
  { method: "POST", path: "/assertions", act: assertValue, summary: "Record what a passage asserts" },
  { method: "POST", path: "/doubts", act: raiseDoubt, summary: "Write down a doubt" },
  {
    method: "POST",
    path: "/doubts/:doubt/decisions",
    act: settleDoubt,
    summary: "Decide which reading of a doubt holds, or none yet",
  },
  { method: "POST", path: "/adopted-readings", act: adoptReading, summary: "Adopt a reading, or none yet" },
]);
