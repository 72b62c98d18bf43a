// Joins a value of an agreement to the passage that gives it. Several passages may give one field, and disagree.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, rows } from "../kernel/index.ts";
import { requireAssertions } from "../sources/index.ts";
import { agreementErrors } from "./errors.ts";
import { agreementKey, fieldName } from "./model.ts";
import { type AgreementRow, agreementScope, lockedAgreement } from "./store.ts";

const attachment = z.object({
  field: fieldName,
  /** The party or orientation that the value became, for these fields. */
  rowId: z.uuid().nullish(),
  assertionId: z.uuid(),
});
export type Attachment = z.output<typeof attachment>;

export const attachAssertion = defineAct({
  name: "agreements.attach_assertion",
  permission: "agreements.edit",
  input: z.object({ agreement: agreementKey, attachments: z.array(attachment).min(1).max(1000) }),
  output: z.object({ id: z.uuid(), added: z.int() }),
  scope: "object",
  async run(ctx, given) {
    const agreement = await lockedAgreement(ctx.tx, given.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const added = await attachAssertions(ctx, agreement, given.attachments);
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      after: { attachments: given.attachments, added },
    });
    return { id: agreement.id, added };
  },
});

/**
 * Attaches assertions set-wise for the act that calls it, which journals. Attaching twice changes nothing.
 * @returns how many are new
 * @throws `sources.assertion_unknown`, `agreements.row_unknown`
 */
export async function attachAssertions(
  ctx: ActContext,
  agreement: Pick<AgreementRow, "id" | "space" | "reference">,
  attachments: readonly Attachment[],
): Promise<number> {
  await requireAssertions(
    ctx.tx,
    agreement.space,
    attachments.map((one) => one.assertionId),
  );
  await requireRows(
    ctx,
    agreement,
    attachments.flatMap((one) => one.rowId ?? []),
  );
  const written = await rows(
    ctx.tx,
    sql`
      insert into agreement_assertions (agreement_id, space, field, row_id, assertion_id)
      select ${agreement.id}, ${agreement.space}, field, row_id, assertion_id
      from unnest(${attachments.map((one) => one.field)}::text[], ${attachments.map((one) => one.rowId ?? null)}::uuid[],
                  ${attachments.map((one) => one.assertionId)}::uuid[]) as given (field, row_id, assertion_id)
      on conflict do nothing
      returning field`,
  );
  return written.length;
}

async function requireRows(
  ctx: ActContext,
  agreement: Pick<AgreementRow, "id" | "reference">,
  ids: readonly string[],
): Promise<void> {
  const [missing] = await rows(
    ctx.tx,
    sql<{ id: string }>`
      select id from unnest(${ids}::uuid[]) as wanted (id)
      where not exists (select from agreement_parties p where p.id = wanted.id and p.agreement_id = ${agreement.id})
        and not exists (select from orientations o where o.id = wanted.id and o.agreement_id = ${agreement.id})`,
  );
  if (missing) throw agreementErrors.row_unknown({ reference: agreement.reference, row: missing.id });
}
