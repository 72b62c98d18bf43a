// Everything that the vault holds of one person, for the copy to which she is entitled. The calling act journals.
import { sql } from "kysely";
import { type ActContext, rows } from "../kernel/index.ts";
import { type Document, openDocument } from "./document.ts";
import { peopleErrors } from "./errors.ts";
import type { PersonFields } from "./model.ts";
import { openPerson } from "./open-person.ts";
import { readVault } from "./store.ts";

export interface HeldConsent {
  readonly processing: string;
  readonly version: number;
  readonly givenOn: string;
  readonly withdrawnOn: string | null;
}

export interface HeldPerson {
  /** Null where an import knows the person by her document alone. */
  readonly fields: PersonFields | null;
  readonly documents: readonly Document[];
  readonly consents: readonly HeldConsent[];
}

/** @throws `people.keys_missing`, `people.sealed_unreadable` */
export async function readHeld(ctx: ActContext, subjects: readonly string[]): Promise<HeldPerson> {
  const [documents, consents, vaults] = await Promise.all([
    readDocuments(ctx, subjects),
    readConsents(ctx, subjects),
    Promise.all(subjects.map((subject) => readVault(ctx.tx, subject))),
  ]);
  const row = vaults.find((one) => one !== undefined);
  return { fields: row === undefined ? null : (await openPerson(ctx, row)).fields, documents, consents };
}

async function readDocuments(ctx: ActContext, subjects: readonly string[]): Promise<Document[]> {
  const kept = await rows(
    ctx.tx,
    sql<{ hash: Buffer; sealed: Buffer; number: number }>`
      select document_hash as hash, sealed, key_number as number from vault_documents
      where subject_id = any(${subjects}::uuid[]) and key_number = coalesce((select hold_keys()), key_number) order by recorded_at`,
  );
  if (kept.some(({ number }) => ctx.keys?.generations.has(number) === false)) await ctx.keys?.renew?.();
  return kept.map(({ number, ...one }) => {
    const generation = ctx.keys?.generations.get(number);
    if (generation === undefined) throw peopleErrors.key_unknown({ number });
    return openDocument(generation, one);
  });
}

function readConsents(ctx: ActContext, subjects: readonly string[]): Promise<HeldConsent[]> {
  return rows(
    ctx.tx,
    sql<HeldConsent>`
      select processing, version, given_on as "givenOn", withdrawn_on as "withdrawnOn" from consents
      where subject_id = any(${subjects}::uuid[]) order by given_on`,
  );
}
