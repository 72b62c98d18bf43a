// What a server does unasked. So far that is the sealer; docs/decisions/2026-11-22-jobs.md says why it is a timer.
import { type Context, systemActor } from "@iltizam/core/kernel";
import { hasUnsealed, sealPending } from "@iltizam/core/results";
import { type JobLog, repeat } from "./repeat.ts";

export interface Jobs {
  /** Ends them; one that is at work is waited for. */
  stop(): Promise<void>;
}

export interface JobOptions {
  /** Milliseconds between two looks of the sealer; default 5000. */
  readonly sealEvery?: number | undefined;
}

/** Starts the jobs of this server. Several servers on one database share the work: whoever comes second finds none. */
export function startJobs(ctx: Context, log: JobLog, { sealEvery = 5_000 }: JobOptions = {}): Jobs {
  const own = { ...ctx, actor: systemActor };
  return repeat("sealer", () => sealWhatWaits(own), { every: sealEvery, log });
}

/** Looks before it seals, because sealing nothing costs a transaction too. */
async function sealWhatWaits(ctx: Context): Promise<void> {
  if (await hasUnsealed(ctx.db)) await sealPending(ctx);
}
