// What waits for the reader.
import { queryOptions } from "@tanstack/react-query";
import type { Space } from "../app/address.ts";
import type { Got, Query } from "./answers.ts";
import { api, given } from "./client.ts";

export type Work = Got<"/api/v1/work">;
export type WorkEntry = Work["entries"][number];
export type WorkQuery = Query<"/api/v1/work">;

export const myWork = (query: WorkQuery) =>
  queryOptions({
    queryKey: ["work", query],
    queryFn: () => given(api.GET("/api/v1/work", { params: { query } })),
    placeholderData: (before) => before,
  });

/** How much waits, for the side list. */
export const workCounts = (space: Space) =>
  queryOptions({ ...myWork({ space, limit: 1 }), staleTime: 60_000, select: ({ counts }: Work) => counts });

export const look = (space: Space) => given(api.POST("/api/v1/work-looks", { body: { space } }));
