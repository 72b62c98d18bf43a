// Doubts: what may be read in two ways, and which reading a person settled on.
import { queryOptions } from "@tanstack/react-query";
import type { Space } from "../app/address.ts";
import type { Got, Sent } from "./answers.ts";
import { api, given } from "./client.ts";
import type { Decision } from "./decisions.ts";

export type Doubt = Got<"/api/v1/doubts">[number];
export type ListedDoubt = Got<"/api/v1/commitment-doubts">["doubts"][number];

export const doubtsAbout = (object: string) =>
  queryOptions({
    queryKey: ["doubts", "about", object],
    queryFn: () => given(api.GET("/api/v1/doubts", { params: { query: { object } } })),
  });

export const doubtsPage = 50;

export const listedDoubts = (space: Space, state: "open" | "settled", offset: number) =>
  queryOptions({
    queryKey: ["doubts", space, state, offset],
    queryFn: () =>
      given(
        api.GET("/api/v1/commitment-doubts", {
          params: { query: { space, state, offset, limit: doubtsPage } },
        }),
      ),
  });

export const raiseDoubt = (doubt: Sent<"/api/v1/doubts">) =>
  given(api.POST("/api/v1/doubts", { body: doubt }));

/** `assertion` is the rank of the reading, from 1. */
export const settleDoubt = (doubt: string, { assertion, ...decision }: Decision) =>
  given(
    api.POST("/api/v1/doubts/{doubt}/decisions", {
      params: { path: { doubt } },
      body: { ...decision, reading: assertion === null ? null : Number(assertion) },
    }),
  );
