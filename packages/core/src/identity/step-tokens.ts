// Tokens for one step, each used once, each with an end.
import { sql } from "kysely";
import { type Db, firstRow } from "../kernel/index.ts";
import { identityErrors } from "./errors.ts";
import { later, lifetimes } from "./model.ts";
import { hashToken, newToken } from "./secrets.ts";

export type Step = "invitation" | "reset" | "second_factor" | "provider";

const lasting: Readonly<Record<Step, number>> = {
  invitation: lifetimes.invitation,
  reset: lifetimes.reset,
  second_factor: lifetimes.secondFactor,
  provider: lifetimes.provider,
};

export interface StepRow {
  readonly purpose: Step;
  readonly user_id: string | null;
  readonly details: Readonly<Record<string, string>>;
  readonly tries: number;
}

/** Makes a token; earlier ones of this user for the same step are over. */
export async function issueStep(
  tx: Db,
  given: { purpose: Step; user: string | null; details?: Readonly<Record<string, string>>; at: Date },
): Promise<string> {
  const { purpose, user, details = {}, at } = given;
  const { token, hash } = newToken();
  await sql`select sweep_door(${at}, ${later(at, -30 * lifetimes.session)})`.execute(tx);
  await sql`delete from step_tokens
            where user_id = ${user} and purpose = ${purpose} and purpose <> 'second_factor'`.execute(tx);
  await sql`
    insert into step_tokens (token_hash, purpose, user_id, details, recorded_at, expires_at)
    values (${hash}, ${purpose}, ${user}, ${JSON.stringify(details)}::jsonb, ${at},
            ${later(at, lasting[purpose])})`.execute(tx);
  return token;
}

/** The step of a token that still holds. @throws `identity.step_over` */
export async function readStep(db: Db, token: string, purposes: readonly Step[], at: Date): Promise<StepRow> {
  const found = await firstRow(
    db,
    sql<StepRow>`
      select purpose, user_id, details, tries from step_at_door(${hashToken(token)}, ${purposes}::text[], ${at})`,
  );
  if (found === undefined) throw identityErrors.step_over();
  return found;
}

/** Uses the token: of two at once, one does. @throws `identity.step_over` */
export async function useStep(tx: Db, token: string, purposes: readonly Step[], at: Date): Promise<StepRow> {
  const used = await firstRow(
    tx,
    sql<StepRow>`
      select purpose, user_id, details, tries from use_step(${hashToken(token)}, ${purposes}::text[], ${at})`,
  );
  if (used === undefined) throw identityErrors.step_over();
  return used;
}

/** Counts a try; after so many the token is over. */
export async function countTry(tx: Db, token: string, most: number, at: Date): Promise<void> {
  await sql`select count_try(${hashToken(token)}, ${most}, ${at})`.execute(tx);
}
