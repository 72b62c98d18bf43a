// The rows of reports that acts read before they write.
import { sql } from "kysely";
import {
  type Db,
  firstRow,
  isUuid,
  objectScope,
  onlyRow,
  rows,
  type Scope,
  type Space,
} from "../kernel/index.ts";
import { reportErrors } from "./errors.ts";
import type { ReportKind, ReportPart, ReportState } from "./model.ts";

export interface ReportRow {
  readonly id: string;
  readonly space: Space;
  readonly agreement_id: string;
  readonly organisation_id: string;
  readonly kind: ReportKind;
  readonly from: string;
  readonly to: string;
  readonly due_on: string;
  readonly state: ReportState;
  readonly round: number;
  readonly language: "fr" | "ar" | "en";
  readonly addressee: string | null;
  readonly mail: string | null;
}

/** @throws `reports.unknown` */
export async function reportOf(db: Db, id: string, lock = false): Promise<ReportRow> {
  const found = isUuid(id)
    ? await firstRow(
        db,
        sql<ReportRow>`
          select r.id, r.space, r.agreement_id, r.organisation_id, r.kind, r.period_from as from, r.period_to as to,
                 r.due_on, r.state, r.round, s.language, f.function as addressee, f.mail
          from reports r join report_schedules s on s.id = r.schedule_id
          left join lateral (
            select f.function, f.mail from focal_points f
            where f.active and (f.id = s.focal_point_id
                                or (s.focal_point_id is null and f.organisation_id = r.organisation_id))
            order by f.mail is null, f.function limit 1) f on true
          where r.id = ${id} ${lock ? sql`for update of r` : sql``}`,
      )
    : undefined;
  if (found === undefined) throw reportErrors.unknown({ report: id });
  return found;
}

/**
 * A report in one of these states, locked, and where its agreement lies.
 * @throws `reports.unknown`, `reports.not_open`
 */
export async function lockedReport(
  tx: Db,
  id: string,
  among: readonly ReportState[],
): Promise<ReportRow & { scope: Scope }> {
  const report = await reportOf(tx, id, true);
  if (!among.includes(report.state)) throw reportErrors.not_open({ state: report.state });
  return { ...report, scope: await objectScope(tx, report.agreement_id) };
}

export interface ItemRow {
  readonly id: string;
  readonly round: number;
  readonly part: ReportPart;
  readonly commitment_id: string | null;
  readonly commitment: string | null;
  readonly account: string | null;
  readonly quantity: number | null;
  readonly spent_minor: string | null;
  readonly currency: string | null;
  readonly document_id: string | null;
  readonly file_name: string | null;
  readonly verdict: "accepted" | "sent_back" | null;
  readonly verdict_reason: string | null;
}

/** What the report holds now: of each part the last that was given. */
export function presentItems(db: Db, report: string): Promise<ItemRow[]> {
  return rows(
    db,
    sql<ItemRow>`
      select distinct on (i.part, i.commitment_id) i.id, i.round, i.part, i.commitment_id,
             a.reference || '/' || c.number as commitment, i.account, i.quantity, i.spent_minor::text, i.currency,
             i.document_id, d.title as file_name, i.verdict, i.verdict_reason
      from report_items i left join commitments c on c.id = i.commitment_id
      left join agreements a on a.id = c.agreement_id left join documents d on d.id = i.document_id
      where i.report_id = ${report} order by i.part, i.commitment_id, i.round desc`,
  );
}

/**
 * The currencies in which an agreement's money is promised, the most frequent first: what is spent under it is told in one
 * of them. Dirhams where no money is recorded.
 */
export async function currenciesOf(db: Db, agreement: string): Promise<string[]> {
  const { found } = await onlyRow(
    db,
    sql<{ found: string[] }>`select currencies_of_agreement(${agreement}) as found`,
  );
  return found.length === 0 ? ["MAD"] : found;
}
