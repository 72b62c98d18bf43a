// What is read and sent about partners' own numbers.
import { queryOptions } from "@tanstack/react-query";
import { api, given } from "./client.ts";
import type { paths } from "./schema.gen.d.ts";

type RequestsQuery = NonNullable<paths["/api/v1/declaration-requests"]["get"]["parameters"]["query"]>;
export type RequestState = NonNullable<RequestsQuery["state"]>;
export type AskedNumber =
  paths["/api/v1/declaration-requests"]["get"]["responses"]["200"]["content"]["application/json"]["requests"][number];
type DeclareBody = NonNullable<
  paths["/api/v1/declarations-in-name"]["post"]["requestBody"]
>["content"]["application/json"];

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
