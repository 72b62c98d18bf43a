// Organisations as the agency deals with them.
import { queryOptions } from "@tanstack/react-query";
import type { Got, Query } from "./answers.ts";
import { api, given } from "./client.ts";

export type Partner = Got<"/api/v1/partners">["partners"][number];
export type PartnersQuery = Query<"/api/v1/partners">;
export type ClientFile = Got<"/api/v1/partners/{organisation}">;
export type Organisation = Got<"/api/v1/organisations/{organisation}">;
export type FocalPoint = Got<"/api/v1/organisations/{organisation}/focal-points">[number];

export const partners = (query: PartnersQuery) =>
  queryOptions({
    queryKey: ["partners", query],
    queryFn: () => given(api.GET("/api/v1/partners", { params: { query } })),
    placeholderData: (before) => before,
  });

export const organisation = (reference: string) =>
  queryOptions({
    queryKey: ["organisation", reference],
    queryFn: () =>
      given(
        api.GET("/api/v1/organisations/{organisation}", { params: { path: { organisation: reference } } }),
      ),
  });

export const clientFile = (reference: string) =>
  queryOptions({
    queryKey: ["client-file", reference],
    queryFn: () =>
      given(api.GET("/api/v1/partners/{organisation}", { params: { path: { organisation: reference } } })),
  });

export const focalPoints = (reference: string) =>
  queryOptions({
    queryKey: ["focal-points", reference],
    queryFn: () =>
      given(
        api.GET("/api/v1/organisations/{organisation}/focal-points", {
          params: { path: { organisation: reference } },
        }),
      ),
    retry: false,
  });

export const organisationKinds = () =>
  queryOptions({
    queryKey: ["classification", "organisation_kinds"],
    queryFn: () =>
      given(
        api.GET("/api/v1/classifications/{scheme}", { params: { path: { scheme: "organisation_kinds" } } }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

export type MemberStandings = Got<"/api/v1/organisations/{organisation}/member-standings">;

/** What a federation's members counted, as far as it may be told. */
export const memberStandings = (reference: string) =>
  queryOptions({
    queryKey: ["member-standings", reference],
    queryFn: () =>
      given(
        api.GET("/api/v1/organisations/{organisation}/member-standings", {
          params: { path: { organisation: reference } },
        }),
      ),
  });
