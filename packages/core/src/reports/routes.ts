import { defineRoutes } from "../kernel/index.ts";
import { askReport, makeReportLink, waiveReport } from "./ask.ts";
import { judgeReport } from "./judge.ts";
import { openReportFile } from "./open-file.ts";
import { ownReports, readOwnReport, readReport, reportsOfAgreement } from "./read-reports.ts";
import { scheduleReports } from "./schedule.ts";
import { submitReport } from "./submit.ts";

export const routes = defineRoutes([
  {
    method: "POST",
    path: "/report-schedules",
    act: scheduleReports,
    summary: "Set what a partner is to report and when",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/reports",
    query: reportsOfAgreement,
    summary: "The reports that partners of an agreement owe, and what became of them",
  },
  { method: "GET", path: "/reports/:report", query: readReport, summary: "A report, item by item" },
  { method: "POST", path: "/reports/:report/ask", act: askReport, summary: "Ask a partner for its report" },
  {
    method: "POST",
    path: "/reports/:report/link",
    act: makeReportLink,
    summary: "The one-time link of a report",
  },
  {
    method: "POST",
    path: "/reports/:report/verdicts",
    act: judgeReport,
    summary: "Accept or send back, item by item",
  },
  {
    method: "POST",
    path: "/reports/:report/waived",
    act: waiveReport,
    summary: "Wait no longer for a report",
  },
  {
    method: "POST",
    path: "/reports/:report/file",
    act: openReportFile,
    summary: "Open the file of a report",
  },
  {
    method: "GET",
    path: "/own-reports",
    query: ownReports,
    summary: "What one's own organisation owes to report",
  },
  {
    method: "GET",
    path: "/own-report",
    query: readOwnReport,
    summary: "One's own report: what is asked, what was given",
  },
  {
    method: "POST",
    path: "/own-report/submit",
    act: submitReport,
    summary: "Give one's report, or again what was sent back",
    largestBody: 15_000_000,
  },
]);
