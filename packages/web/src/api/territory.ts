// What is read of the register of places: a place with its names and what lies in it.
import { queryOptions } from "@tanstack/react-query";
import type { Space } from "../app/address.ts";
import type { Got } from "./answers.ts";
import { api, given } from "./client.ts";

export type PlaceBelow = Got<"/api/v1/territories">[number];
export type PlaceDetail = Got<"/api/v1/territories/{code}">;

/** What lies directly in a place; without one the nation, its regions and the foreign countries. */
export const placesUnder = (space: Space, under: string | undefined) =>
  queryOptions({
    queryKey: ["territories", space, "under", under ?? null],
    queryFn: () =>
      given(
        api.GET("/api/v1/territories", {
          params: { query: { space, under, depth: "region", beside: "abroad" } },
        }),
      ),
  });

export const placeDetail = (space: Space, code: string) =>
  queryOptions({
    queryKey: ["territories", space, "one", code],
    queryFn: () =>
      given(api.GET("/api/v1/territories/{code}", { params: { path: { code }, query: { space } } })),
  });
