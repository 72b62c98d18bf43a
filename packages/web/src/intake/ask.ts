// The addresses of intakes: what waits for review, one text in full, and the acts on it.
import { queryOptions } from "@tanstack/react-query";
import { api, given } from "../api/client.ts";
import type { Space } from "../app/address.ts";
import type { Decision, Intake, IntakeState, IntakeSummary } from "./model/intake.ts";

export const intakes = (space: Space, state: IntakeState | undefined) =>
  queryOptions({
    queryKey: ["intakes", space, state],
    queryFn: (): Promise<{ total: number; intakes: readonly IntakeSummary[] }> =>
      given(api.GET("/api/v1/intakes", { params: { query: { space, state, limit: 100 } } })),
  });

export const readIntake = (intake: string): Promise<Intake> =>
  given(api.GET("/api/v1/intakes/{intake}", { params: { path: { intake } } }));

export interface Opened {
  readonly space: Space;
  readonly fileName: string;
  readonly contentBase64?: string;
  readonly text?: string;
  readonly publishedOn?: {
    readonly year: number;
    readonly month: number | null;
    readonly day: number | null;
  };
}

export const openIntake = (body: Opened): Promise<Intake> => given(api.POST("/api/v1/intakes", { body }));

export const saveDecisions = (intake: string, revision: number, all: readonly Decision[]): Promise<Intake> =>
  given(
    api.PUT("/api/v1/intakes/{intake}/review", {
      params: { path: { intake } },
      body: { revision, decisions: { format: "iltizam-decisions/1", decisions: [...all] } },
    }),
  );

export const recordIntake = (intake: string, revision: number) =>
  given(api.POST("/api/v1/intakes/{intake}/record", { params: { path: { intake } }, body: { revision } }));

export const setAside = (intake: string, revision: number, reason: string | undefined) =>
  given(
    api.POST("/api/v1/intakes/{intake}/nothing", {
      params: { path: { intake } },
      body: { revision, reason },
    }),
  );

export const reopen = (intake: string, revision: number) =>
  given(api.POST("/api/v1/intakes/{intake}/reopen", { params: { path: { intake } }, body: { revision } }));
