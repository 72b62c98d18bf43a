// What was checked of a partner before anything is signed with it, and what the director waived.
import { queryOptions } from "@tanstack/react-query";
import type { Got, Sent } from "./answers.ts";
import { api, given } from "./client.ts";

const path = "/api/v1/organisations/{organisation}/checks";
export type Check = Got<typeof path>[number];
export type CheckedPoint = Check["point"];

export const checksOf = (organisation: string) =>
  queryOptions({
    queryKey: ["checks", organisation],
    queryFn: () => given(api.GET(path, { params: { path: { organisation } } })),
  });

export const recordCheck = (organisation: string, body: Sent<typeof path>) =>
  given(api.POST(path, { params: { path: { organisation } }, body }));

export const openCheckFile = (organisation: string, check: string) =>
  given(
    api.POST("/api/v1/organisations/{organisation}/checks/{check}/file", {
      params: { path: { organisation, check } },
    }),
  );

export const waiveVerification = (agreement: string, body: { organisation: string; reason: string }) =>
  given(
    api.POST("/api/v1/agreements/{agreement}/verification-waivers", {
      params: { path: { agreement } },
      body,
    }),
  );
