// Reports that partners owe, what they gave, and what became of it.
import { queryOptions } from "@tanstack/react-query";
import type { Got, Sent } from "./answers.ts";
import { api, given } from "./client.ts";

export type ListedReport = Got<"/api/v1/agreements/{agreement}/reports">["reports"][number];
export type Report = Got<"/api/v1/reports/{report}">;
export type ReportItem = Report["items"][number];
export type OwnReport = Got<"/api/v1/own-report">;
export type Submission = Sent<"/api/v1/own-report/submit">;
type Verdicts = Sent<"/api/v1/reports/{report}/verdicts">;

export const reportsOf = (agreement: string) =>
  queryOptions({
    queryKey: ["reports", agreement],
    queryFn: () =>
      given(api.GET("/api/v1/agreements/{agreement}/reports", { params: { path: { agreement } } })),
  });

export const report = (id: string) =>
  queryOptions({
    queryKey: ["report", id],
    queryFn: () => given(api.GET("/api/v1/reports/{report}", { params: { path: { report: id } } })),
  });

export const ownReports = () =>
  queryOptions({ queryKey: ["own-reports"], queryFn: () => given(api.GET("/api/v1/own-reports")) });

/** One's own report; whoever came by a link has just one. */
export const ownReport = (id?: string) =>
  queryOptions({
    queryKey: ["own-report", id ?? "link"],
    queryFn: () =>
      given(api.GET("/api/v1/own-report", { params: { query: id === undefined ? {} : { report: id } } })),
    retry: false,
  });

const at = (id: string) => ({ params: { path: { report: id } } });
export const scheduleReports = (body: Sent<"/api/v1/report-schedules">) =>
  given(api.POST("/api/v1/report-schedules", { body }));
export const askReport = (id: string, send: boolean) =>
  given(api.POST("/api/v1/reports/{report}/ask", { ...at(id), body: { send } }));
export const reportLink = (id: string) => given(api.POST("/api/v1/reports/{report}/link", at(id)));
export const judgeReport = (id: string, verdicts: Verdicts["verdicts"]) =>
  given(api.POST("/api/v1/reports/{report}/verdicts", { ...at(id), body: { verdicts } }));
export const waiveReport = (id: string, reason: string, following: boolean) =>
  given(api.POST("/api/v1/reports/{report}/waived", { ...at(id), body: { reason, following } }));
export const openReportFile = (id: string, item: string) =>
  given(api.POST("/api/v1/reports/{report}/file", { ...at(id), body: { item } }));
export const submitReport = (body: Submission) => given(api.POST("/api/v1/own-report/submit", { body }));
