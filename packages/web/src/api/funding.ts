// One contribution with every amount that moved, and what is told of an amount that moves.
import { queryOptions } from "@tanstack/react-query";
import type { Got, Sent } from "./answers.ts";
import { api, given } from "./client.ts";
import type { When } from "./read.ts";

export type OneContribution = Got<"/api/v1/agreements/{agreement}/money/{number}">;
export type Movement = OneContribution["movements"][number];
export type MovementKind = Movement["kind"];
export type PaperKind = Movement["papers"][number]["kind"];
export type MovementTold = Sent<"/api/v1/funding/pay">;

export const movementKinds: readonly MovementKind[] = ["called", "paid", "justified"];
export const paperKinds: readonly PaperKind[] = [
  ...(["call_letter", "bank_notice", "invoice", "payroll"] as const),
  ...(["contract", "deliberation", "other"] as const),
];

export const oneContribution = (agreement: string, number: number, when: When) =>
  queryOptions({
    queryKey: ["money", agreement, number, when],
    queryFn: () =>
      given(
        api.GET("/api/v1/agreements/{agreement}/money/{number}", {
          params: { path: { agreement, number }, query: when },
        }),
      ),
  });

/** Records what was called, paid or justified. */
export function moveMoney(kind: MovementKind, body: MovementTold) {
  if (kind === "called") return given(api.POST("/api/v1/funding/call", { body }));
  return given(
    kind === "paid"
      ? api.POST("/api/v1/funding/pay", { body })
      : api.POST("/api/v1/funding/justify", { body }),
  );
}

export const correctMovement = (body: Sent<"/api/v1/funding/correct">) =>
  given(api.POST("/api/v1/funding/correct", { body }));
export const withdrawMovement = (body: Sent<"/api/v1/funding/withdraw">) =>
  given(api.POST("/api/v1/funding/withdraw", { body }));
export const keepPaper = (body: Sent<"/api/v1/funding/papers">) =>
  given(api.POST("/api/v1/funding/papers", { body }));
export const openPaper = (contribution: string, paper: string) =>
  given(api.POST("/api/v1/funding/papers/open", { body: { contribution, paper } }));
