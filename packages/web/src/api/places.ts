// What is read of places and of nodes: the map, what counts at an agreement or a territory, and the rows of it.
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Space } from "../app/address.ts";
import type { Got } from "./answers.ts";
import { api, given } from "./client.ts";
import type { FactFilter, When } from "./read.ts";

export type TerritoryStandings = Got<"/api/v1/territory-standings">;
export type PlaceRow = TerritoryStandings["places"][number];
export type Shapes = Got<"/api/v1/territories/shapes">;
export type LabourFigure = Got<"/api/v1/territories/labour">[number];
export type NodeMargins = NonNullable<Got<"/api/v1/node-margins">>;
export type NodeFact = Got<"/api/v1/node-results">["facts"][number];

/** Whose count is asked for: an agreement with everything below it, or a territory of a space. */
export type NodeKey = { readonly agreement: string } | { readonly territory: string; readonly space: Space };

export const territoryStandings = (asked: When & { space: Space; indicator?: string }) =>
  queryOptions({
    queryKey: ["territory-standings", asked],
    queryFn: () => given(api.GET("/api/v1/territory-standings", { params: { query: asked } })),
    placeholderData: (before) => before,
  });

export const shapes = (space: Space) =>
  queryOptions({
    queryKey: ["shapes", space],
    queryFn: () => given(api.GET("/api/v1/territories/shapes", { params: { query: { space } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Who works and who seeks work at each place, by census and by survey. */
export const labour = (space: Space) =>
  queryOptions({
    queryKey: ["labour", space],
    queryFn: () => given(api.GET("/api/v1/territories/labour", { params: { query: { space } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const nodeMargins = (node: NodeKey, indicator: string, when: When) =>
  queryOptions({
    queryKey: ["node-margins", node, indicator, when],
    queryFn: () =>
      given(api.GET("/api/v1/node-margins", { params: { query: { ...node, indicator, ...when } } })),
  });

export type NodeFilter = Omit<FactFilter, "standing" | "counting"> & { readonly population?: string };

/** The rows that make up the count of a node, a page after the other. */
export const nodeResults = (node: NodeKey, indicator: string, filter: NodeFilter, when: When) =>
  infiniteQueryOptions({
    queryKey: ["node-results", node, indicator, filter, when],
    queryFn: ({ pageParam }) =>
      given(
        api.GET("/api/v1/node-results", {
          params: { query: { ...node, indicator, ...filter, ...when, after: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.after ?? undefined,
  });

export type MoreThanOnce = Got<"/api/v1/agreements/{agreement}/counted-more-than-once">;

/** The parts of an agreement with what each counts, and whom several of them count. */
export const moreThanOnce = (agreement: string, indicator: string) =>
  queryOptions({
    queryKey: ["more-than-once", agreement, indicator],
    queryFn: () =>
      given(
        api.GET("/api/v1/agreements/{agreement}/counted-more-than-once", {
          params: { path: { agreement }, query: { indicator, limit: 1000 } },
        }),
      ),
  });
