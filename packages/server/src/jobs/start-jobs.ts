// What a server does unasked: the sealer, the mails, new keys, leftover files, what is due for deletion; docs/decisions/2026-11-22-jobs.md says why it is a timer.
import { carryOutDeletions } from "@iltizam/core/dossiers";
import { type Context, sweepFiles, systemActor } from "@iltizam/core/kernel";
import { planReminders, sendDigests } from "@iltizam/core/notifications";
import { keepKeysFresh } from "@iltizam/core/people";
import { remindPartners } from "@iltizam/core/reports";
import { forgetUnusedEvidence, hasUnsealed, sealPending } from "@iltizam/core/results";
import { tidyUploads } from "@iltizam/core/uploads";
import { type RunUpload, runWaitingUploads } from "../importing/index.ts";
import { type Mailer, sendWaitingMails, writeDigest } from "../mail/index.ts";
import { type JobLog, repeat } from "./repeat.ts";

export interface Jobs {
  /** Ends them; one that is at work is waited for. */
  stop(): Promise<void>;
}

export interface JobOptions {
  /** Milliseconds between two looks of the sealer; default 5000. */
  readonly sealEvery?: number | undefined;
  /** Milliseconds between two looks for mails; default 2000. */
  readonly mailEvery?: number | undefined;
  /** Milliseconds between two looks for what the data officer decided to delete; default 60000. */
  readonly deleteEvery?: number | undefined;
  /** Milliseconds between two looks for files that no row names; default six hours. */
  readonly sweepEvery?: number | undefined;
  /** Milliseconds between two looks for what is late and whom to remind; default ten minutes. */
  readonly remindEvery?: number | undefined;
  readonly mailer?: Mailer | undefined;
  /** Reads a sheet that was sent; without it none is read here. */
  readonly runUpload?: RunUpload | undefined;
  /** Where the links of mails lead. */
  readonly origin?: (() => string) | undefined;
}

/** Starts the jobs of this server. Several servers on one database share the work: whoever comes second finds none. */
export function startJobs(ctx: Context, log: JobLog, options: JobOptions = {}): Jobs {
  const { sealEvery = 5_000, mailEvery = 2_000, deleteEvery = 60_000, remindEvery = 600_000 } = options;
  const { mailer, runUpload, origin } = options;
  const { sweepEvery = 6 * 3_600_000 } = options;
  const own = { ...ctx, actor: systemActor };
  const jobs = [
    repeat("sealer", () => sealWhatWaits(own), { every: sealEvery, log }),
    repeat("keys", () => keepKeysFresh(own), { every: sealEvery, log }),
    repeat("files", () => sweep(own, log), { every: sweepEvery, log }),
    repeat("deletions", async () => void (await carryOutDeletions(own)), { every: deleteEvery, log }),
  ];
  if (mailer !== undefined && origin !== undefined) {
    const send = async () => void (await sendWaitingMails(own, mailer, origin()));
    const remind = () => remindOfWhatIsLate(own, mailer, origin());
    jobs.push(
      repeat("mail", send, { every: mailEvery, log }),
      repeat("reminders", remind, { every: remindEvery, log }),
    );
  }
  if (runUpload !== undefined) {
    jobs.push(repeat("imports", () => runWaitingUploads(own, runUpload), { every: 500, log }));
    jobs.push(repeat("uploads", async () => void (await tidyUploads(own, {})), { every: 3_600_000, log }));
  }
  return { stop: async () => void (await Promise.all(jobs.map((job) => job.stop()))) };
}

async function sweep(ctx: Context, log: JobLog): Promise<void> {
  await forgetUnusedEvidence(ctx);
  const removed = await sweepFiles(ctx);
  if (removed > 0) log.info({ job: "files", removed }, "files that no row names are gone");
}

/** Looks before it seals, because sealing nothing costs a transaction too. */
async function sealWhatWaits(ctx: Context): Promise<void> {
  if (await hasUnsealed(ctx.db)) await sealPending(ctx);
}

/** Partners are asked for their reports; officers and directors get their digest when its hour has come. */
async function remindOfWhatIsLate(ctx: Context, mailer: Mailer, origin: string): Promise<void> {
  await remindPartners(ctx);
  await planReminders(ctx);
  await sendDigests(ctx, (digest) => mailer.send(writeDigest(digest, origin)));
}
