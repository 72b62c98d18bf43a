// What is still open under an agreement that is to be closed, each with where one acts on it.
import { sql } from "kysely";
import { guards as fundingGuards } from "../funding/index.ts";
import { type Context, dbOf, messageReference, nameReferenceOf, rows } from "../kernel/index.ts";
import { openDecisionsOf } from "../meetings/index.ts";
import type { OpenItem } from "./model.ts";

export interface Closing {
  readonly id: string;
  readonly reference: string;
}

export async function openItemsOf(ctx: Context, agreement: Closing, today: string): Promise<OpenItem[]> {
  return [
    ...(await openMoney(ctx, agreement)),
    ...(await openReports(ctx, agreement)),
    ...(await openDecisions(ctx, agreement, today)),
  ];
}

async function openMoney(ctx: Context, { id, reference }: Closing): Promise<OpenItem[]> {
  const found = (await fundingGuards.settlement_done?.(ctx, id)) ?? [];
  return found.map((words) => ({ kind: "money", words, place: `/agreements/${reference}#money` }));
}

async function openReports(ctx: Context, { id, reference }: Closing): Promise<OpenItem[]> {
  const found = await rows(
    dbOf(ctx),
    sql<{ organisation: string; kind: string; from: string; to: string; state: string }>`
      select ${nameReferenceOf("o")} as organisation, r.kind, r.period_from as "from", r.period_to as "to", r.state
      from reports r join organisations o on o.id = r.organisation_id
      where r.agreement_id = ${id} and r.state not in ('accepted', 'waived')
      order by r.due_on, o.name`,
  );
  return found.map((report) => ({
    kind: "report",
    words: messageReference("closure", "open.report", { ...report }),
    place: `/agreements/${reference}#reports`,
  }));
}

async function openDecisions(ctx: Context, { id, reference }: Closing, today: string): Promise<OpenItem[]> {
  const found = await openDecisionsOf(dbOf(ctx), id, today);
  return found.map(({ decision, kind, event }) => ({
    kind: "decision",
    words: messageReference("closure", "open.decision", { decision }),
    place: kind === "committee" ? `/meetings/${event}` : `/agreements/${reference}#committees`,
  }));
}

/** A final report that the partner gave and that was accepted, or a document that is given with the closing. */
export async function finalReportAccepted(ctx: Context, agreementId: string): Promise<boolean> {
  const found = await rows(
    dbOf(ctx),
    sql`select from reports where agreement_id = ${agreementId} and kind = 'final' and state = 'accepted' limit 1`,
  );
  return found.length > 0;
}

export const finalReportMissing = ({ reference }: Closing): OpenItem => ({
  kind: "final_report",
  words: messageReference("closure", "open.final_report"),
  place: `/agreements/${reference}#reports`,
});
