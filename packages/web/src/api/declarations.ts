// What is read and sent about partners' own numbers.
import { queryOptions } from "@tanstack/react-query";
import type { Got, Query, Sent } from "./answers.ts";
import { api, given } from "./client.ts";

type RequestsQuery = Query<"/api/v1/declaration-requests">;
export type RequestState = NonNullable<RequestsQuery["state"]>;
export type AskedNumber = Got<"/api/v1/declaration-requests">["requests"][number];
type DeclareBody = Sent<"/api/v1/declarations-in-name">;

export const askedNumbers = (query: RequestsQuery) =>
  queryOptions({
    queryKey: ["asked numbers", query],
    queryFn: () => given(api.GET("/api/v1/declaration-requests", { params: { query } })),
  });

export const askAgain = (request: string, days: number) =>
  given(
    api.POST("/api/v1/declaration-requests/{request}/again", {
      params: { path: { request } },
      body: { days },
    }),
  );

export const declareInName = (body: DeclareBody) => given(api.POST("/api/v1/declarations-in-name", { body }));
