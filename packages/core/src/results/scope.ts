// Where a commitment, a fact or an agreement lies, for the rights of the one who acts. Most actors hold a right
// everywhere: then nothing is read.
import { sql } from "kysely";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import {
  type Actor,
  type Db,
  firstRow,
  may,
  maySomewhere,
  objectScope,
  rows,
  type Scope,
} from "../kernel/index.ts";
import { resultErrors } from "./errors.ts";

/** Whether nothing need be read: who has a part in files for a partner may still be refused one of them. */
const holdsEverywhere = (actor: Actor, permission: string) =>
  may(actor, permission) && actor.grants.every(({ organisation }) => organisation === undefined);

interface Asking {
  readonly actor: Actor;
  readonly tx: Db;
  authorise(scope: Scope): void;
}

/** @throws `kernel.not_allowed`, `agreements.unknown` */
export async function authoriseAgreement(ctx: Asking, permission: string, agreement: string): Promise<void> {
  if (holdsEverywhere(ctx.actor, permission)) return;
  ctx.authorise(await agreementScope(ctx.tx, await agreementOf(ctx.tx, agreement)));
}

/** Each of these agreements. @throws `kernel.not_allowed` */
export async function authoriseAgreements(
  ctx: Asking,
  permission: string,
  agreements: readonly string[],
): Promise<void> {
  if (holdsEverywhere(ctx.actor, permission)) return;
  for (const id of agreements) ctx.authorise(await objectScope(ctx.tx, id));
}

/** Every agreement that the staged rows of a file are about. @throws `kernel.not_allowed` */
export async function authoriseIncoming(ctx: Asking): Promise<void> {
  const found = await rows(ctx.tx, sql<{ id: string }>`select id from incoming_agreements() id`);
  await authoriseAgreements(
    ctx,
    "results.import",
    found.map(({ id }) => id),
  );
}

/** The agreements under which these facts stand; facts that the actor does not see have none. */
export async function agreementsOfFacts(db: Db, facts: readonly string[]): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ id: string }>`
      select distinct c.agreement_id as id from facts f join commitments c on c.id = f.commitment_id
      where f.id = any(${facts}::uuid[])`,
  );
  return found.map(({ id }) => id);
}

/** By the commitment's reference or id. @throws `kernel.not_allowed`, `results.commitment_unknown` */
export async function authoriseCommitment(
  ctx: Asking,
  permission: string,
  commitment: string,
): Promise<void> {
  if (holdsEverywhere(ctx.actor, permission)) return;
  const found = await firstRow(
    ctx.tx,
    sql<{ agreement: string | null }>`select (find_commitment(${commitment})).agreement_id as agreement`,
  );
  if (!found?.agreement) throw resultErrors.commitment_unknown({ value: commitment });
  await authoriseAgreement(ctx, permission, found.agreement);
}

/** Whether the actor holds a further right where the commitment lies (what she reads there is fuller for it). */
export async function mayAtCommitment(ctx: Asking, permission: string, commitment: string): Promise<boolean> {
  if (may(ctx.actor, permission)) return true;
  if (!maySomewhere(ctx.actor, permission)) return false;
  const found = await firstRow(
    ctx.tx,
    sql<{ id: string | null }>`select (find_commitment(${commitment})).id as id`,
  );
  return found?.id ? may(ctx.actor, permission, await objectScope(ctx.tx, found.id)) : false;
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
