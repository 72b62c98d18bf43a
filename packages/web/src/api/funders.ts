// What each funder's money produced beside the others'.
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Space } from "../app/address.ts";
import type { Got } from "./answers.ts";
import { api, given } from "./client.ts";
import type { When } from "./read.ts";

export type FundersBeside = Got<"/api/v1/funders">;
export type Funder = FundersBeside["funders"][number];
export type OneFunder = Got<"/api/v1/funders/{funder}">;
export type FundedAgreement = OneFunder["agreements"][number];
export type NotAttributed = OneFunder["notAttributed"];
export type NotAttributedRow = NotAttributed["rows"][number];
export type FunderCell = OneFunder["cells"][number];
export type FunderRow = Got<"/api/v1/funders/{funder}/rows">["rows"][number];

export const fundersBeside = (space: Space, when: When) =>
  queryOptions({
    queryKey: ["funders", space, when],
    queryFn: () => given(api.GET("/api/v1/funders", { params: { query: { space, ...when } } })),
  });

export const oneFunder = (funder: string, when: When) =>
  queryOptions({
    queryKey: ["funder", funder, when],
    queryFn: () => given(api.GET("/api/v1/funders/{funder}", { params: { path: { funder }, query: when } })),
  });

/** Which of a funder's figures is opened: its indicator, and where it is cut, a place and a month. */
export interface OpenedCell {
  readonly indicator: string;
  /** The code of a place, `none` where it is unknown. */
  readonly place?: string;
  readonly month?: string;
  readonly proven?: boolean;
}

export const funderRows = (funder: string, { proven, ...cell }: OpenedCell, when: When) =>
  infiniteQueryOptions({
    queryKey: ["funder rows", funder, cell, proven, when],
    queryFn: ({ pageParam }) =>
      given(
        api.GET("/api/v1/funders/{funder}/rows", {
          params: {
            path: { funder },
            query: {
              ...cell,
              ...when,
              ...(proven && { proven: "true" }),
              ...(pageParam && { after: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.after,
  });
