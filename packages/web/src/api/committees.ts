// Committees of an agreement, their meetings and what they decided.
import { queryOptions } from "@tanstack/react-query";
import type { Got, Sent } from "./answers.ts";
import { api, given } from "./client.ts";

export type Committees = Got<"/api/v1/agreements/{agreement}/committees">;
export type Committee = Committees["committees"][number];
export type OpenDecision = Committees["openDecisions"][number];
export type Meeting = Got<"/api/v1/committee-meetings/{event}">;

export const committeesOf = (agreement: string) =>
  queryOptions({
    queryKey: ["committees", agreement],
    queryFn: () =>
      given(api.GET("/api/v1/agreements/{agreement}/committees", { params: { path: { agreement } } })),
  });

export const meeting = (event: string) =>
  queryOptions({
    queryKey: ["meeting", event],
    queryFn: () => given(api.GET("/api/v1/committee-meetings/{event}", { params: { path: { event } } })),
  });

export const setUpCommittee = (body: Sent<"/api/v1/committees">) =>
  given(api.POST("/api/v1/committees", { body }));
export const reviseCommittee = (
  committee: string,
  change: Omit<Sent<"/api/v1/committees/revise">, "committee">,
) => given(api.POST("/api/v1/committees/revise", { body: { committee, ...change } }));
export const convene = (body: Sent<"/api/v1/committee-meetings">) =>
  given(api.POST("/api/v1/committee-meetings", { body }));
export const setAgenda = (body: Sent<"/api/v1/committee-meetings/agenda">) =>
  given(api.POST("/api/v1/committee-meetings/agenda", { body }));
export const moveMeeting = (body: Sent<"/api/v1/committee-meetings/move">) =>
  given(api.POST("/api/v1/committee-meetings/move", { body }));
export const cancelMeeting = (body: Sent<"/api/v1/committee-meetings/cancel">) =>
  given(api.POST("/api/v1/committee-meetings/cancel", { body }));
export const holdMeeting = (body: Sent<"/api/v1/committee-meetings/hold">) =>
  given(api.POST("/api/v1/committee-meetings/hold", { body }));
export const writeMinutes = (body: Sent<"/api/v1/committee-meetings/minutes">) =>
  given(api.POST("/api/v1/committee-meetings/minutes", { body }));
export const publishMinutes = (event: string) =>
  given(api.POST("/api/v1/committee-meetings/minutes/publish", { body: { event } }));
export const recordDecision = (body: Sent<"/api/v1/events/decisions">) =>
  given(api.POST("/api/v1/events/decisions", { body }));
export const decisionDone = (body: Sent<"/api/v1/events/decisions/done">) =>
  given(api.POST("/api/v1/events/decisions/done", { body }));
export const postponeDecision = (body: Sent<"/api/v1/events/decisions/postponed">) =>
  given(api.POST("/api/v1/events/decisions/postponed", { body }));
export const recordRecommendation = (body: Sent<"/api/v1/recommendations">) =>
  given(api.POST("/api/v1/recommendations", { body }));
