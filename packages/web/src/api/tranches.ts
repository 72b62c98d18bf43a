// The tranches of an agreement's contributions, and what is done about them.
import { queryOptions } from "@tanstack/react-query";
import type { Got, Sent } from "./answers.ts";
import { api, given } from "./client.ts";

export type Split = Got<"/api/v1/agreements/{agreement}/tranches">["contributions"][number];
export type Tranche = Split["tranches"][number];
export type TrancheCondition = Tranche["conditions"][number];
export type TranchePlan = Sent<"/api/v1/tranches">;

export const tranchesOf = (agreement: string) =>
  queryOptions({
    queryKey: ["money", agreement, "tranches"],
    queryFn: () =>
      given(api.GET("/api/v1/agreements/{agreement}/tranches", { params: { path: { agreement } } })),
  });

export const planTranche = (body: TranchePlan) => given(api.POST("/api/v1/tranches", { body }));
export const callTranche = (body: Sent<"/api/v1/tranches/call">) =>
  given(api.POST("/api/v1/tranches/call", { body }));
export const dropTranche = (tranche: string, reason: string) =>
  given(api.POST("/api/v1/tranches/drop", { body: { tranche, reason } }));
export const reviseTranche = (body: Sent<"/api/v1/tranches/revise">) =>
  given(api.POST("/api/v1/tranches/revise", { body }));
export const giveTrancheDocument = (body: Sent<"/api/v1/tranches/document">) =>
  given(api.POST("/api/v1/tranches/document", { body }));
export const waiveTrancheCondition = (body: Sent<"/api/v1/tranches/waive">) =>
  given(api.POST("/api/v1/tranches/waive", { body }));
