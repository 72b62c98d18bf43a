// Which reading of a figure holds, where its sources disagree: what was decided, and a new decision.
import { queryOptions } from "@tanstack/react-query";
import { api, given } from "./client.ts";

export const decisionsOn = (objectKind: string, object: string) =>
  queryOptions({
    queryKey: ["adopted-readings", objectKind, object],
    queryFn: () => given(api.GET("/api/v1/adopted-readings", { params: { query: { objectKind, object } } })),
  });

export interface Decision {
  /** Null: none yet. */
  readonly assertion: string | null;
  /** Today when it is not given. */
  readonly decidedOn: string | undefined;
  readonly reason: string;
}

export const adoptAnnounced = (commitment: string, decision: Decision) =>
  given(api.POST("/api/v1/commitments/adopt", { body: { commitment, ...decision } }));

export interface FieldRead {
  readonly space: "real" | "simulated";
  readonly objectKind: string;
  readonly objectId: string;
}

export const adoptReading = (field: FieldRead, { assertion, ...decision }: Decision) =>
  given(api.POST("/api/v1/adopted-readings", { body: { ...field, assertionId: assertion, ...decision } }));
