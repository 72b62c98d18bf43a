import { defineRoutes } from "../kernel/index.ts";
import { sheetsToSend, sheetTemplate, uploadState } from "./queries.ts";
import { recordSheet, sendSheet } from "./send-sheet.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/sheet-kinds",
    query: sheetsToSend,
    summary: "The kinds of sheets, with their columns",
  },
  {
    method: "GET",
    path: "/sheet-kinds/:kind/template",
    query: sheetTemplate,
    summary: "An empty workbook to fill in",
  },
  {
    method: "POST",
    path: "/sheet-uploads",
    act: sendSheet,
    summary: "Send a sheet and let it be tried; nothing is recorded",
    largestBody: 60_000_000,
  },
  {
    method: "GET",
    path: "/sheet-uploads/:upload",
    query: uploadState,
    summary: "How far an upload is, and what came of it",
  },
  {
    method: "POST",
    path: "/sheet-uploads/:upload/recording",
    act: recordSheet,
    summary: "Record a sheet that was tried: whole, or its good rows",
  },
]);
