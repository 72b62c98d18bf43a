// What waits for the reader.
import { queryOptions } from "@tanstack/react-query";
import type { Space } from "../app/address.ts";
import { api, given } from "./client.ts";
import type { paths } from "./schema.gen.d.ts";

type Listing = paths["/api/v1/work"]["get"];
export type Work = Listing["responses"][200]["content"]["application/json"];
export type WorkEntry = Work["entries"][number];
export type WorkQuery = NonNullable<Listing["parameters"]["query"]>;

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
