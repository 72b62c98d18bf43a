// What the forms of a promise read and send.
import { queryOptions } from "@tanstack/react-query";
import { api, given } from "../api/client.ts";
import type { Commitment } from "../api/read.ts";

export const commitmentQuery = (reference: string) =>
  queryOptions({
    queryKey: ["commitment", reference],
    queryFn: () => given(api.GET("/api/v1/commitment", { params: { query: { commitment: reference } } })),
  });

/** The target in force: of the signed text, as amended. */
export const openTarget = (commitment: Commitment) => commitment.versions.at(-1) ?? null;
