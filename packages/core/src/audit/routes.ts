import { defineRoutes } from "../kernel/index.ts";
import { exportJournal } from "./export-journal.ts";
import { readJournal } from "./read-journal.ts";

export const routes = defineRoutes([
  { method: "GET", path: "/journal", query: readJournal, summary: "The journal, searched" },
  { method: "GET", path: "/journal/export", query: exportJournal, summary: "The journal as CSV or XLSX" },
]);
