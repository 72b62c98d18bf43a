// The closing file of an agreement, and the draft that renews it.
import { queryOptions } from "@tanstack/react-query";
import type { Got, Sent } from "./answers.ts";
import { api, given } from "./client.ts";

const filePath = "/api/v1/agreements/{agreement}/closing-file";
const renewalPath = "/api/v1/agreements/{agreement}/renewal";
export type ClosingFile = Got<typeof filePath>;
const of = (agreement: string) => ({ params: { path: { agreement } } });

export const closingFile = (agreement: string) =>
  queryOptions({
    queryKey: ["closing-file", agreement],
    queryFn: () => given(api.GET(filePath, of(agreement))),
  });

export const concludeAgreement = (agreement: string, body: Sent<typeof filePath>) =>
  given(api.POST(filePath, { ...of(agreement), body }));
export const renewAgreement = (agreement: string, body: Sent<typeof renewalPath>) =>
  given(api.POST(renewalPath, { ...of(agreement), body }));
