// The committee's decision: a verdict for every application. The ranking is never edited; a verdict that departs from what
// it proposes says why, and that reason is shown.
import { sql } from "kysely";
import { z } from "zod";
import {
  type ActContext,
  dayOf,
  defineAct,
  firstRow,
  formatMoney,
  keyText,
  noteText,
  parseMoney,
  plainDate,
} from "../kernel/index.ts";
import { callForStep, step, stepInput, stepOutput } from "./advance.ts";
import { callErrors } from "./errors.ts";
import { amount, verdict } from "./model.ts";
import type { Ranked } from "./rank.ts";
import { rankingOf } from "./read-ranking.ts";
import type { ApplicationRow, CallRow } from "./store.ts";

const verdicts = z
  .array(
    z.object({
      application: z.uuid(),
      verdict,
      /** Of an accepted one: what is granted; what it asked for without it. */
      granted: amount.nullish(),
      /** The public answer. */
      reason: noteText.trim().min(3).nullish(),
    }),
  )
  .max(500);

/**
 * @throws `calls.verdict_missing`, `calls.verdict_unknown`, `calls.reason_missing`, `calls.granted_too_much`,
 * `calls.over_envelope`, `calls.event_unknown`, `calls.decided_early`
 */
export const decideCall = defineAct({
  name: "calls.decide",
  permission: "calls.decide",
  scope: "object",
  judges: true,
  input: stepInput.extend({
    decidedOn: plainDate,
    /** The reference of the session in which it was decided. */
    event: keyText.nullish(),
    verdicts,
  }),
  output: stepOutput.extend({ accepted: z.int(), departing: z.int() }),
  async run(ctx, { call: key, reason, decidedOn, event, verdicts: given }) {
    const call = await callForStep(ctx, key, "decide");
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    if (decidedOn > today || decidedOn <= call.closes_on)
      throw callErrors.decided_early({ on: decidedOn, after: call.closes_on, today });
    const { applications, ranked } = await rankingOf(ctx.tx, call);
    const decided = decideAll(call, applications, ranked, given);
    await writeVerdicts(ctx, call, decided);
    const session = event ? await eventOf(ctx, call, event) : null;
    await sql`
      update calls set decided_on = ${decidedOn}, event_id = ${session}::uuid where id = ${call.id}`.execute(
      ctx.tx,
    );
    const counted = {
      accepted: decided.filter((one) => one.verdict === "accepted").length,
      departing: decided.filter((one) => one.verdict !== one.proposed).length,
    };
    const after = { decidedOn, event: event ?? null, ...counted, verdicts: given };
    return { ...(await step(ctx, call, "decide", { reason, after })), ...counted };
  },
});

type Given = z.output<typeof verdicts>[number];
interface Decided {
  readonly application: ApplicationRow;
  readonly rank: number | null;
  readonly hundredths: number | null;
  readonly proposed: Given["verdict"];
  readonly verdict: Given["verdict"];
  readonly reason: string | null;
  readonly granted: bigint | null;
}

/** One verdict for each; what was not admitted is rejected for the reason that was given then. */
function decideAll(
  call: CallRow,
  applications: readonly ApplicationRow[],
  ranked: readonly Ranked[],
  given: readonly Given[],
): Decided[] {
  const stranger = given.find(({ application }) => !ranked.some((one) => one.application === application));
  if (stranger !== undefined) throw callErrors.verdict_unknown({ application: stranger.application });
  const decided = applications.map((application): Decided => {
    const place = ranked.find((one) => one.application === application.id);
    if (place === undefined) {
      const answer = { reason: application.screened_why, granted: null };
      return {
        application,
        rank: null,
        hundredths: null,
        proposed: "rejected",
        verdict: "rejected",
        ...answer,
      };
    }
    const told = given.find((one) => one.application === application.id);
    if (told === undefined) throw callErrors.verdict_missing({ organisation: application.organisation });
    return { application, ...placeOf(place), ...answerOf(call, application, place, told) };
  });
  const total = decided.reduce((sum, { granted }) => sum + (granted ?? 0n), 0n);
  if (total > BigInt(call.envelope_minor)) {
    const written = (minor: bigint) => formatMoney({ minor, currency: call.currency });
    throw callErrors.over_envelope({
      ...{ granted: written(total), envelope: written(BigInt(call.envelope_minor)), currency: call.currency },
    });
  }
  return decided;
}

const placeOf = ({ rank, hundredths, proposed }: Ranked) => ({ rank, hundredths, proposed });

function answerOf(call: CallRow, application: ApplicationRow, place: Ranked, told: Given) {
  const asked = BigInt(application.asked_minor ?? 0);
  const granted =
    told.verdict !== "accepted" ? null : told.granted ? parseMoney(told.granted, call.currency).minor : asked;
  const { organisation } = application;
  if (granted !== null && (granted > asked || granted === 0n))
    throw callErrors.granted_too_much({
      organisation,
      asked: formatMoney({ minor: asked, currency: call.currency }),
    });
  const isSilent =
    told.verdict === place.proposed && told.verdict !== "rejected" && (granted ?? asked) === asked;
  if (!isSilent && !told.reason) throw callErrors.reason_missing({ organisation });
  return { verdict: told.verdict, reason: told.reason ?? null, granted };
}

async function writeVerdicts(ctx: ActContext, call: CallRow, decided: readonly Decided[]): Promise<void> {
  const column = <Value>(of: (one: Decided) => Value) => decided.map(of);
  await sql`
    insert into call_verdicts (application_id, call_id, organisation_id, title, rank, score_hundredths, proposed, verdict,
                               reason, granted_minor, recorded_at)
    select application, ${call.id}, organisation, title, rank, score, proposed, verdict, reason, granted,
           ${ctx.clock.now()}
    from unnest(${column(({ application }) => application.id)}::uuid[],
                ${column(({ application }) => application.organisation_id)}::uuid[],
                ${column(({ application }) => application.title ?? "-")}::text[],
                ${column(({ rank }) => rank)}::smallint[], ${column(({ hundredths }) => hundredths)}::int[],
                ${column(({ proposed }) => proposed)}::text[], ${column((one) => one.verdict)}::text[],
                ${column(({ reason }) => reason)}::text[],
                ${column(({ granted }) => granted?.toString() ?? null)}::bigint[])
      as t (application, organisation, title, rank, score, proposed, verdict, reason, granted)`.execute(
    ctx.tx,
  );
}

async function eventOf(ctx: ActContext, call: CallRow, reference: string): Promise<string> {
  const found = await firstRow(
    ctx.tx,
    sql<{ id: string }>`select id from events where reference = ${reference} and space = ${call.space}`,
  );
  if (found === undefined) throw callErrors.event_unknown({ event: reference });
  return found.id;
}
