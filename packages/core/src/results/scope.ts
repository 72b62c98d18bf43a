// Where a commitment, a fact or an agreement lies, for the rights of the one who acts. Most actors hold a right
// everywhere: then nothing is read.
import { sql } from "kysely";
import { type Actor, type Db, firstRow, may, type Scope } from "../kernel/index.ts";
import { resultErrors } from "./errors.ts";

interface Asking {
  readonly actor: Actor;
  readonly tx: Db;
  authorise(scope: Scope): void;
}

const scopeOfAgreement = (id: string) => sql<Scope>`
  select agreement_path(a.id) as "agreementPath", coalesce(territory_path(a.territory_id), '{}') as "territoryPath",
         array(select organisation_id from agreement_parties p where p.agreement_id = a.id)
           || array_remove(array[a.lead_organisation_id], null) as organisations
  from agreements a where a.id = ${id}`;

/** @throws `kernel.not_allowed`, `results.agreement_unknown` */
export async function authoriseAgreement(ctx: Asking, permission: string, agreement: string): Promise<void> {
  if (may(ctx.actor, permission)) return;
  const scope = await firstRow(ctx.tx, scopeOfAgreement(agreement));
  if (scope === undefined) throw resultErrors.agreement_unknown({ value: agreement });
  ctx.authorise(scope);
}

/** By the commitment's reference or id. @throws `kernel.not_allowed`, `results.commitment_unknown` */
export async function authoriseCommitment(
  ctx: Asking,
  permission: string,
  commitment: string,
): Promise<void> {
  if (may(ctx.actor, permission)) return;
  const found = await firstRow(
    ctx.tx,
    sql<{ agreement: string | null }>`select (find_commitment(${commitment})).agreement_id as agreement`,
  );
  if (!found?.agreement) throw resultErrors.commitment_unknown({ value: commitment });
  await authoriseAgreement(ctx, permission, found.agreement);
}

/** @throws `kernel.not_allowed`, `results.fact_unknown` */
export async function authoriseFact(ctx: Asking, permission: string, fact: string): Promise<void> {
  const found = await firstRow(
    ctx.tx,
    sql<{ agreement: string }>`
      select c.agreement_id as agreement from facts f join commitments c on c.id = f.commitment_id where f.id = ${fact}`,
  );
  if (found === undefined) throw resultErrors.fact_unknown({ value: fact });
  await authoriseAgreement(ctx, permission, found.agreement);
}
