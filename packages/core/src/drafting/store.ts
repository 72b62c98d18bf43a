// Reads and writes of this folder's tables.
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { type AgreementRow, agreementOf, agreementScope, lockedAgreement } from "../agreements/index.ts";
import { type ActContext, canonicalJson, type Db, firstRow, rows } from "../kernel/index.ts";
import { bookOf, newestVersion } from "./books.ts";
import { draftingErrors } from "./errors.ts";
import { type Choices, choices as choicesShape, type DraftContent, draftContent } from "./model.ts";
import { type TemplateBook, templateFor } from "./templates.ts";

const drafted: readonly string[] = ["instrument", "contract_programme"];

/**
 * The agreement, locked, whose text is still being written.
 * @throws `agreements.unknown`, `drafting.not_drafted`, `drafting.text_fixed`
 */
export async function draftedAgreement(ctx: ActContext, key: string): Promise<AgreementRow> {
  const agreement = await lockedAgreement(ctx.tx, key);
  ctx.authorise(await agreementScope(ctx.tx, agreement));
  requireDrafted(agreement);
  return agreement;
}

/** Signed by parties, and not signed yet. @throws `drafting.not_drafted`, `drafting.text_fixed` */
function requireDrafted(agreement: AgreementRow): void {
  const { reference, kind } = agreement;
  if (!drafted.includes(kind)) throw draftingErrors.not_drafted({ agreement: reference });
  if (!isOpen(agreement)) throw draftingErrors.text_fixed({ agreement: reference });
}

export const isDrafted = ({ kind }: Pick<AgreementRow, "kind">): boolean => drafted.includes(kind);
const early: readonly string[] = ["lead", "drafting", "verification", "approved"];

/**
 * Whether its text may still change: afterwards only an amendment changes what it says. What the press reports as signed
 * has a text already, though nobody has recorded it yet.
 */
export const isOpen = (agreement: AgreementRow): boolean =>
  isDrafted(agreement) && early.includes(agreement.state);

export interface KeptChoices {
  readonly choices: Choices;
  /** The templates that it was begun from. */
  readonly book: TemplateBook;
  /** 0: nothing was chosen yet. */
  readonly revision: number;
}

/** What was chosen; before that, the newest template that its signatories ask for. */
export async function choicesOf(db: Db, agreement: AgreementRow): Promise<KeptChoices> {
  const { choices, revision } = await keptChoices(db, agreement);
  return { choices, revision, book: await bookOf(db, agreement.space, choices.templateVersion) };
}

async function keptChoices(db: Db, agreement: AgreementRow): Promise<Omit<KeptChoices, "book">> {
  const kept = await firstRow(
    db,
    sql<{ choices: string; revision: number }>`
      select choices, revision from text_choices where agreement_id = ${agreement.id}`,
  );
  if (kept) return { choices: choicesShape.parse(JSON.parse(kept.choices)), revision: kept.revision };
  const partners = await rows(
    db,
    sql<{ kind: string }>`
      select o.kind from agreement_parties p join organisations o on o.id = p.organisation_id
      where p.agreement_id = ${agreement.id} and p.role = 'signatory'`,
  );
  const template = templateFor(partners.map(({ kind }) => kind));
  const templateVersion = await newestVersion(db, agreement.space);
  const languages: Choices["languages"] = ["fr", "ar"];
  const none = { optional: [], powers: [], own: [], wordings: [] };
  return { choices: { template, templateVersion, languages, ...none }, revision: 0 };
}

/** Keeps what was chosen; gives its new revision. */
export async function keepChoices(
  ctx: ActContext,
  agreement: AgreementRow,
  choices: Choices,
): Promise<number> {
  const [kept] = await rows(
    ctx.tx,
    sql<{ revision: number }>`
      insert into text_choices (agreement_id, space, choices, revision, recorded_at)
      values (${agreement.id}, ${agreement.space}, ${canonicalJson(choices)}, 1, ${ctx.clock.now()})
      on conflict (agreement_id) do update set choices = excluded.choices, recorded_at = excluded.recorded_at,
        revision = text_choices.revision + 1
      returning revision`,
  );
  return kept?.revision ?? 1;
}

export interface VersionRow {
  readonly id: string;
  readonly agreementId: string;
  readonly number: number;
  readonly hash: string;
  readonly content: string;
  readonly note: string | null;
  readonly missing: number;
  readonly madeBy: string;
  readonly madeAt: Date;
}

const versionColumns = sql`
  v.id, v.agreement_id as "agreementId", v.number, v.hash, v.content, v.note, v.missing, v.recorded_by_label as "madeBy",
  v.recorded_at as "madeAt"`;

/** @throws `drafting.version_unknown` */
export async function versionOf(db: Db, agreement: AgreementRow, number: number): Promise<VersionRow> {
  const found = await firstRow(
    db,
    sql<VersionRow>`
      select ${versionColumns} from text_versions v where agreement_id = ${agreement.id} and number = ${number}`,
  );
  if (found === undefined)
    throw draftingErrors.version_unknown({ agreement: agreement.reference, version: number });
  return found;
}

export function versionsOf(db: Db, agreementId: string): Promise<VersionRow[]> {
  return rows(
    db,
    sql<VersionRow>`
      select ${versionColumns} from text_versions v where agreement_id = ${agreementId} order by number desc`,
  );
}

export const contentOf = ({ content }: Pick<VersionRow, "content">): DraftContent =>
  draftContent.parse(JSON.parse(content));

/** RFC 8785, and its SHA-256. */
export function sealed(content: DraftContent): { readonly text: string; readonly hash: string } {
  const text = canonicalJson(content);
  return { text, hash: createHash("sha256").update(text).digest("hex") };
}

/** For a reader: the agreement, once she may. @throws `agreements.unknown` */
export async function readAgreement(
  ctx: { readonly tx: Db; authorise: ActContext["authorise"] },
  key: string,
): Promise<AgreementRow> {
  const agreement = await agreementOf(ctx.tx, key);
  ctx.authorise(await agreementScope(ctx.tx, agreement));
  return agreement;
}
