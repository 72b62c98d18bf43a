// Writes to the tables of agreements, and the rows that acts read before they write.
import { sql } from "kysely";
import { type Db, firstRow, isUuid, objectScope, type Scope, type Space } from "../kernel/index.ts";
import { agreementErrors } from "./errors.ts";
import type { AgreementKind, AgreementType, State } from "./model.ts";

export interface AgreementRow {
  readonly id: string;
  readonly space: Space;
  readonly reference: string;
  readonly kind: AgreementKind;
  readonly type: AgreementType | null;
  readonly title: string;
  readonly title_ar: string | null;
  readonly title_en: string | null;
  readonly purpose: string | null;
  readonly state: State;
  readonly reported: boolean;
  readonly stands_for: number | null;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly signed_year: number | null;
  readonly signed_month: number | null;
  readonly signed_day: number | null;
  readonly signed_weekday: number | null;
  readonly signed_territory_id: string | null;
  readonly competence: "own" | "shared" | "own_and_shared" | "transferred" | null;
  readonly legacy: boolean;
  readonly territory_id: string | null;
  readonly lead_organisation_id: string | null;
  readonly signed_document_id: string | null;
  readonly next_action: string | null;
  readonly next_action_on: string | null;
  readonly revision: number;
}

const columns = sql.raw(
  `id, space, reference, kind, type, title, title_ar, title_en, purpose, state, reported, stands_for, period_from,
   period_to, signed_year, signed_month, signed_day, signed_weekday, signed_territory_id, competence, legacy,
   territory_id, lead_organisation_id, signed_document_id, next_action, next_action_on, revision`,
);

/** The agreement under a reference or an id. @throws `agreements.unknown` */
export async function agreementOf(db: Db, key: string): Promise<AgreementRow> {
  return found(key, await select(db, key, sql``));
}

/** As `agreementOf`; another act on the same agreement waits until this one is done. */
export async function lockedAgreement(tx: Db, key: string): Promise<AgreementRow> {
  return found(key, await select(tx, key, sql`for update`));
}

function select(db: Db, key: string, lock: ReturnType<typeof sql>) {
  return firstRow(
    db,
    isUuid(key)
      ? sql<AgreementRow>`select ${columns} from agreements where id = ${key} ${lock}`
      : sql<AgreementRow>`select ${columns} from agreements where reference = ${key} ${lock}`,
  );
}

function found(key: string, row: AgreementRow | undefined): AgreementRow {
  if (row === undefined) throw agreementErrors.unknown({ agreement: key });
  return row;
}

/** As `agreementOf`, in one space. @throws `agreements.other_space` */
export async function agreementInSpace(db: Db, space: Space, key: string): Promise<AgreementRow> {
  const row = await agreementOf(db, key);
  if (row.space !== space)
    throw agreementErrors.other_space({ agreement: row.reference, space: row.space, wanted: space });
  return row;
}

/** Where an agreement lies, for a permission that holds only there: its parties, its territory, its place in the tree. */
export const agreementScope = (db: Db, { id }: Pick<AgreementRow, "id">): Promise<Scope> =>
  objectScope(db, id);

/** Writes a new agreement; false when its reference is another's. */
export async function insertAgreement(
  tx: Db,
  row: AgreementRow & { readonly recorded_at: Date; readonly folded: string },
): Promise<boolean> {
  const written = await firstRow(
    tx,
    sql`
      insert into agreements (${columns}, recorded_at, folded)
      values (${row.id}, ${row.space}, ${row.reference}, ${row.kind}, ${row.type}, ${row.title}, ${row.title_ar},
              ${row.title_en}, ${row.purpose}, ${row.state}, ${row.reported}, ${row.stands_for}, ${row.period_from},
              ${row.period_to}, ${row.signed_year}, ${row.signed_month}, ${row.signed_day}, ${row.signed_weekday},
              ${row.signed_territory_id}, ${row.competence}, ${row.legacy}, ${row.territory_id},
              ${row.lead_organisation_id}, ${row.signed_document_id}, ${row.next_action}, ${row.next_action_on},
              ${row.revision}, ${row.recorded_at}, ${row.folded})
      on conflict (reference) do nothing
      returning id`,
  );
  return written !== undefined;
}

export interface StatePassage {
  readonly id: string;
  readonly agreementId: string;
  readonly from: State | null;
  readonly to: State;
  readonly reported: boolean;
  /** The day on which it took effect; null when the source does not give it. */
  readonly effectiveOn: string | null;
  readonly recordedAt: Date;
  readonly reason: string | null;
  readonly documentId: string | null;
}

export async function insertStatePassage(tx: Db, passage: StatePassage): Promise<void> {
  await sql`
    insert into agreement_states (id, agreement_id, from_state, to_state, reported, effective_on, recorded_at, reason,
                                  document_id)
    values (${passage.id}, ${passage.agreementId}, ${passage.from}, ${passage.to}, ${passage.reported},
            ${passage.effectiveOn}, ${passage.recordedAt}, ${passage.reason}, ${passage.documentId})`.execute(
    tx,
  );
}

/** The columns that acts change after the agreement exists; a field that is not given stays. */
export type AgreementChange = Partial<
  Omit<AgreementRow, "id" | "space" | "reference" | "kind" | "legacy" | "revision">
> & { readonly folded?: string };

/** Changes columns of one agreement; its revision grows. */
export async function updateAgreement(tx: Db, id: string, change: AgreementChange): Promise<void> {
  const set = Object.entries(change)
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  await sql`
    update agreements set ${sql.join([...set, sql`revision = revision + 1`])} where id = ${id}`.execute(tx);
}
