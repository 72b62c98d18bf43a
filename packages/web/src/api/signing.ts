// Approvals, signatures and the signed text of an agreement.
import { queryOptions } from "@tanstack/react-query";
import type { Got, Sent } from "./answers.ts";
import { api, given } from "./client.ts";

export type Sitting = Got<"/api/v1/approval-sittings/{sitting}">;
const of = (agreement: string) => ({ params: { path: { agreement } } });

export const recordApproval = (agreement: string, body: Sent<"/api/v1/agreements/{agreement}/approvals">) =>
  given(api.POST("/api/v1/agreements/{agreement}/approvals", { ...of(agreement), body }));
export const recordSignature = (agreement: string, body: Sent<"/api/v1/agreements/{agreement}/signatures">) =>
  given(api.POST("/api/v1/agreements/{agreement}/signatures", { ...of(agreement), body }));
const scanPath = "/api/v1/agreements/{agreement}/signatures/{signature}/scan";
export const scanSignature = (agreement: string, signature: string, scan: string) =>
  given(api.POST(scanPath, { params: { path: { agreement, signature } }, body: { scan } }));
export const openSignatureScan = (agreement: string, signature: string) =>
  given(api.POST(`${scanPath}/opened`, { params: { path: { agreement, signature } } }));
export const recordText = (agreement: string, documentId: string) =>
  given(api.POST("/api/v1/agreements/{agreement}/text", { ...of(agreement), body: { documentId } }));
export const recordSitting = (body: Sent<"/api/v1/approval-sittings">) =>
  given(api.POST("/api/v1/approval-sittings", { body }));

export const sitting = (id: string) =>
  queryOptions({
    queryKey: ["sitting", id],
    queryFn: () =>
      given(api.GET("/api/v1/approval-sittings/{sitting}", { params: { path: { sitting: id } } })),
  });

/** The accredited provider of electronic signatures, if the installation has one. */
export const signatureProvider = () =>
  queryOptions({
    queryKey: ["signature-provider"],
    queryFn: () => given(api.GET("/api/v1/signature-provider")),
    staleTime: Number.POSITIVE_INFINITY,
  });
