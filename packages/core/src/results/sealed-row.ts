// The format of seals (docs/formats/seal.md), written apart from the SQL: anybody may verify a block with this and a
// copy of the rows.
import { createHash } from "node:crypto";
import { canonicalJson } from "../kernel/index.ts";

/** A row of `facts`, as the database names its columns; instants in UTC with microseconds. */
export interface FactRow {
  readonly id: string;
  readonly subject_id: string;
  readonly indicator: string;
  readonly indicator_version: number;
  readonly fact_date: string;
  readonly commitment_id: string;
  readonly space: string;
  readonly territory_id: string | null;
  readonly sex: string;
  readonly age_band: string;
  readonly milieu: string;
  readonly education: string;
  readonly segments: readonly string[];
  readonly quantity: number;
  readonly claimed: number;
  readonly refusal: string | null;
  readonly source: string;
  readonly revision: number;
  readonly row_key: Buffer;
  readonly content_key: Buffer;
  readonly recorded_by: string;
  readonly recorded_at: string;
  readonly import_id: string | null;
  readonly journal_id: string;
  readonly salt: Buffer | null;
  readonly commune_id: string | null;
  readonly external_id: string | null;
  readonly note: string | null;
  readonly evidence_hash: string | null;
  readonly evidence_reference: string | null;
  readonly erased: Readonly<Record<string, string>> | null;
}

export interface EntryRow {
  readonly id: string;
  readonly fact_id: string;
  readonly kind: string;
  readonly evidence: number | null;
  readonly matched_with: string | null;
  readonly reason: string | null;
  readonly recorded_by: string;
  readonly recorded_at: string;
  readonly journal_id: string;
}

export interface MergeRow {
  readonly id: string;
  readonly subject_id: string;
  readonly into_id: string;
  readonly reason: string;
  readonly recorded_by: string;
  readonly recorded_at: string;
  readonly journal_id: string;
}

export interface JournalRow {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly actor_label: string;
  readonly act: string;
  readonly object_kind: string;
  readonly object_id: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
}

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();
const seal = (value: unknown) => sha256(canonicalJson(value));

/** The sealed form of a value that could point to a person: a hash under the salt, kept when both are gone. */
function hidden({ salt, erased }: FactRow, field: string, value: string | null): string | null {
  const kept = erased?.[field];
  if (kept !== undefined) return kept;
  return value === null || salt === null
    ? null
    : sha256(Buffer.concat([salt, Buffer.from(value)])).toString("hex");
}

export function sealOfFact(row: FactRow): Buffer {
  return seal({
    format: 1,
    kind: "fact",
    id: row.id,
    subject: row.subject_id,
    indicator: row.indicator,
    indicatorVersion: row.indicator_version,
    factDate: row.fact_date,
    commitment: row.commitment_id,
    space: row.space,
    territory: row.territory_id,
    sex: row.sex,
    ageBand: row.age_band,
    milieu: row.milieu,
    education: row.education,
    segments: row.segments,
    quantity: row.quantity,
    claimed: row.claimed,
    refusal: row.refusal,
    source: row.source,
    revision: row.revision,
    rowKey: row.row_key.toString("hex"),
    contentKey: row.content_key.toString("hex"),
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    import: row.import_id,
    journal: row.journal_id,
    commune: hidden(row, "commune", row.commune_id),
    externalId: hidden(row, "externalId", row.external_id),
    note: hidden(row, "note", row.note),
    evidenceFile: hidden(row, "evidenceFile", row.evidence_hash),
    evidenceReference: hidden(row, "evidenceReference", row.evidence_reference),
  });
}

export function sealOfEntry(row: EntryRow): Buffer {
  return seal({
    format: 1,
    kind: "entry",
    id: row.id,
    fact: row.fact_id,
    entry: row.kind,
    evidence: row.evidence,
    matchedWith: row.matched_with,
    reason: row.reason,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    journal: row.journal_id,
  });
}

export function sealOfMerge(row: MergeRow): Buffer {
  return seal({
    format: 1,
    kind: "merge",
    id: row.id,
    subject: row.subject_id,
    into: row.into_id,
    reason: row.reason,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    journal: row.journal_id,
  });
}

export function sealOfJournal(row: JournalRow): Buffer {
  return seal({
    format: 1,
    kind: "journal",
    id: row.id,
    at: row.at,
    actor: row.actor,
    actorLabel: row.actor_label,
    act: row.act,
    objectKind: row.object_kind,
    objectId: row.object_id,
    before: row.before,
    after: row.after,
    reason: row.reason,
  });
}

/** The hash of a block from the hashes of its rows in their order, and the hash of the block before. */
export function hashOfBlock(number: number, previous: Buffer | null, rowHashes: readonly Buffer[]): Buffer {
  return seal({
    format: 1,
    number,
    previous: previous?.toString("hex") ?? null,
    rows: rowHashes.length,
    rowsHash: sha256(Buffer.concat(rowHashes)).toString("hex"),
  });
}
