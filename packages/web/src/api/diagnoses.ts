// Diagnoses of territories: listed, read, and everything that is written of one.
import { queryOptions } from "@tanstack/react-query";
import type { Got, Put, Query, Sent } from "./answers.ts";
import { api, given } from "./client.ts";

export type Diagnosis = Got<"/api/v1/diagnoses/{diagnosis}">;
export type DiagnosisList = Got<"/api/v1/diagnoses">;
export type ListedDiagnosis = DiagnosisList["diagnoses"][number];
export type DiagnosesQuery = Query<"/api/v1/diagnoses">;
export type Finding = Diagnosis["findings"][number];
export type Merged = Diagnosis["merged"][number];
export type DiagnosisAction = Diagnosis["actions"][number];
export type Workshop = Diagnosis["workshops"][number];
export type AttendanceCell = Diagnosis["attendance"][number];
export type DiagnosisStep = Diagnosis["steps"][number];

export const diagnoses = (query: DiagnosesQuery) =>
  queryOptions({
    queryKey: ["diagnoses", query],
    queryFn: () => given(api.GET("/api/v1/diagnoses", { params: { query } })),
    placeholderData: (before) => before,
  });

export const diagnosis = (reference: string) =>
  queryOptions({
    queryKey: ["diagnosis", reference],
    queryFn: () =>
      given(api.GET("/api/v1/diagnoses/{diagnosis}", { params: { path: { diagnosis: reference } } })),
  });

export const diagnosesOf = (agreement: string) =>
  queryOptions({
    queryKey: ["diagnoses of", agreement],
    queryFn: () =>
      given(api.GET("/api/v1/agreements/{agreement}/diagnoses", { params: { path: { agreement } } })),
  });

const at = (reference: string) => ({ path: { diagnosis: reference } });

export const beginDiagnosis = (body: Sent<"/api/v1/diagnoses">) =>
  given(api.POST("/api/v1/diagnoses", { body }));

type Revision = Put<"/api/v1/diagnoses/{diagnosis}">;
export const reviseDiagnosis = (reference: string, body: Revision) =>
  given(api.PUT("/api/v1/diagnoses/{diagnosis}", { params: at(reference), body }));

/** The steps, by their names in the life of a diagnosis. */
export function takeStep(reference: string, step: DiagnosisStep["step"], reason: string) {
  const params = at(reference);
  if (step === "go_back")
    return given(api.POST("/api/v1/diagnoses/{diagnosis}/steps/back", { params, body: { reason } }));
  if (step === "abandon")
    return given(api.POST("/api/v1/diagnoses/{diagnosis}/abandonment", { params, body: { reason } }));
  if (step === "end")
    return given(api.POST("/api/v1/diagnoses/{diagnosis}/end", { params, body: {} as never }));
  return given(api.POST("/api/v1/diagnoses/{diagnosis}/steps", { params, body: { step } }));
}

export const bringIn = (reference: string, body: Sent<"/api/v1/diagnoses/{diagnosis}/actors">) =>
  given(api.POST("/api/v1/diagnoses/{diagnosis}/actors", { params: at(reference), body }));
export const leaveOut = (reference: string, organisation: string, reason: string) =>
  given(
    api.POST("/api/v1/diagnoses/{diagnosis}/actors/left-out", {
      params: at(reference),
      body: { organisation, reason },
    }),
  );
export const planWorkshop = (reference: string, body: Sent<"/api/v1/diagnoses/{diagnosis}/workshops">) =>
  given(api.POST("/api/v1/diagnoses/{diagnosis}/workshops", { params: at(reference), body }));

const ofWorkshop = (reference: string, workshop: number) => ({ path: { diagnosis: reference, workshop } });
export const holdWorkshop = (
  reference: string,
  workshop: number,
  body: Sent<"/api/v1/diagnoses/{diagnosis}/workshops/{workshop}/held">,
) =>
  given(
    api.POST("/api/v1/diagnoses/{diagnosis}/workshops/{workshop}/held", {
      params: ofWorkshop(reference, workshop),
      body,
    }),
  );
export const dropWorkshop = (reference: string, workshop: number, reason: string) =>
  given(
    api.POST("/api/v1/diagnoses/{diagnosis}/workshops/{workshop}/dropped", {
      params: ofWorkshop(reference, workshop),
      body: { reason },
    }),
  );

export const recordFinding = (reference: string, body: Sent<"/api/v1/diagnoses/{diagnosis}/findings">) =>
  given(api.POST("/api/v1/diagnoses/{diagnosis}/findings", { params: at(reference), body }));
export const removeFinding = (reference: string, finding: number, reason: string) =>
  given(
    api.POST("/api/v1/diagnoses/{diagnosis}/findings/{finding}/removed", {
      params: { path: { diagnosis: reference, finding } },
      body: { reason },
    }),
  );
export const mergeFindings = (reference: string, body: Sent<"/api/v1/diagnoses/{diagnosis}/merged">) =>
  given(api.POST("/api/v1/diagnoses/{diagnosis}/merged", { params: at(reference), body }));
export const separateFindings = (
  reference: string,
  merged: number,
  findings: number[] | null,
  reason: string,
) =>
  given(
    api.POST("/api/v1/diagnoses/{diagnosis}/merged/{merged}/separated", {
      params: { path: { diagnosis: reference, merged } },
      body: { findings, reason },
    }),
  );

type RankingBody = Put<"/api/v1/diagnoses/{diagnosis}/ranking">;
export const setRanking = (reference: string, body: RankingBody) =>
  given(api.PUT("/api/v1/diagnoses/{diagnosis}/ranking", { params: at(reference), body }));
export const markFindings = (reference: string, body: Sent<"/api/v1/diagnoses/{diagnosis}/marks">) =>
  given(api.POST("/api/v1/diagnoses/{diagnosis}/marks", { params: at(reference), body }));

export const proposeAction = (reference: string, body: Sent<"/api/v1/diagnoses/{diagnosis}/actions">) =>
  given(api.POST("/api/v1/diagnoses/{diagnosis}/actions", { params: at(reference), body }));

const ofAction = (reference: string, action: number) => ({ path: { diagnosis: reference, action } });
export const retainAction = (
  reference: string,
  action: number,
  body: Sent<"/api/v1/diagnoses/{diagnosis}/actions/{action}/retained">,
) =>
  given(
    api.POST("/api/v1/diagnoses/{diagnosis}/actions/{action}/retained", {
      params: ofAction(reference, action),
      body,
    }),
  );
export const rejectAction = (
  reference: string,
  action: number,
  body: Sent<"/api/v1/diagnoses/{diagnosis}/actions/{action}/rejected">,
) =>
  given(
    api.POST("/api/v1/diagnoses/{diagnosis}/actions/{action}/rejected", {
      params: ofAction(reference, action),
      body,
    }),
  );
export const reconsiderAction = (reference: string, action: number, reason: string) =>
  given(
    api.POST("/api/v1/diagnoses/{diagnosis}/actions/{action}/reconsidered", {
      params: ofAction(reference, action),
      body: { reason },
    }),
  );
