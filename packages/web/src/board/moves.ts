// The acts of the life cycle that the board can do: each is one address of the API.
import { api, given } from "../api/client.ts";
import type { AgreementNext } from "../api/read.ts";

export type Move = AgreementNext["acts"][number];

interface Told {
  /** The day on which it takes effect; today when empty. */
  readonly on: string;
  readonly reason: string;
}

const step = (agreement: string, { on, reason }: Told) => ({
  params: { path: { agreement } },
  body: { ...(on && { on }), ...(reason && { reason }) },
});
const reasoned = (agreement: string, { on, reason }: Told) => ({
  params: { path: { agreement } },
  body: { ...(on && { on }), reason },
});

type Doing = (agreement: string, told: Told) => Promise<unknown>;

const acts: Readonly<Partial<Record<Move["act"], Doing>>> = {
  start_drafting: (one, told) =>
    given(api.POST("/api/v1/agreements/{agreement}/start-drafting", step(one, told))),
  submit_for_verification: (one, told) =>
    given(api.POST("/api/v1/agreements/{agreement}/submit", step(one, told))),
  approve: (one, told) => given(api.POST("/api/v1/agreements/{agreement}/approve", step(one, told))),
  sign: (one, told) => given(api.POST("/api/v1/agreements/{agreement}/sign", step(one, told))),
  put_in_force: (one, told) =>
    given(api.POST("/api/v1/agreements/{agreement}/put-in-force", step(one, told))),
  start_closing: (one, told) =>
    given(api.POST("/api/v1/agreements/{agreement}/start-closing", step(one, told))),
  close: (one, told) => given(api.POST("/api/v1/agreements/{agreement}/close", step(one, told))),
  renew: (one, told) => given(api.POST("/api/v1/agreements/{agreement}/renew", step(one, told))),
  send_back: (one, told) => given(api.POST("/api/v1/agreements/{agreement}/send-back", reasoned(one, told))),
  suspend: (one, told) => given(api.POST("/api/v1/agreements/{agreement}/suspend", reasoned(one, told))),
  resume: (one, told) => given(api.POST("/api/v1/agreements/{agreement}/resume", reasoned(one, told))),
  terminate: (one, told) => given(api.POST("/api/v1/agreements/{agreement}/terminate", reasoned(one, told))),
};

/** The acts that must say why. */
export const needsReason: ReadonlySet<string> = new Set(["send_back", "suspend", "resume", "terminate"]);

/** What the reader may do from here on the board; a press report of a signature needs its document, so not that. */
export function movesOf(next: AgreementNext | undefined): Move[] {
  return (next?.acts ?? []).filter(({ act, permitted }) => permitted && acts[act] !== undefined);
}

/** Does the act. @throws Refused, with the sentence of the guard that is not met */
export async function doMove(move: Move["act"], agreement: string, told: Told): Promise<void> {
  await acts[move]?.(agreement, told);
}
