// Records what was checked of a partner before anything is signed with it: one point or the whole list, each with what was
// found, until when it holds, and its paper.
import { sql } from "kysely";
import { z } from "zod";
import {
  type ActContext,
  dayOf,
  defineAct,
  firstRow,
  keyText,
  lineText,
  messageReference,
  noteText,
  plainDate,
} from "../kernel/index.ts";
import { requireScan } from "./check-scan.ts";
import { organisationErrors } from "./errors.ts";
import { ice, organisationKey } from "./model.ts";
import { type OrganisationRow, organisationOf, organisationScope } from "./store.ts";
import { checkOutcome, pointsForAll, verificationPoint, verificationPoints } from "./verification.ts";

const check = z.object({
  point: verificationPoint,
  outcome: checkOutcome,
  /** The last day of the attestation. */
  expiresOn: plainDate.nullish(),
  /** Of the attestation, the affiliation, the entry in the register; of the point `ice` the ICE itself. */
  number: keyText.trim().min(1).nullish(),
  note: noteText.trim().min(3).nullish(),
  /** The scan: PDF or picture. */
  file: z.object({ name: lineText.trim().min(1), base64: z.base64().min(4) }).nullish(),
});
type Check = z.output<typeof check>;

/**
 * @throws `organisations.check_without_reason`, `organisations.point_not_exempt`, `organisations.check_ran_out`,
 *         `organisations.check_in_future`, `organisations.ice_needed`, `organisations.ice_differs`,
 *         `organisations.scan_refused`
 */
export const verifyOrganisation = defineAct({
  name: "organisations.verify",
  permission: "organisations.verify",
  input: z.object({
    organisation: organisationKey,
    /** Today when it is not given. */
    checkedOn: plainDate.optional(),
    checks: z
      .array(check)
      .min(1)
      .max(verificationPoints.length)
      .refine((all) => new Set(all.map(({ point }) => point)).size === all.length, "each point once"),
  }),
  output: z.object({ ids: z.array(z.uuid()) }),
  scope: "object",
  judges: true,
  async run(ctx, given) {
    const organisation = await organisationOf(ctx.tx, given.organisation);
    ctx.authorise(await organisationScope(ctx.tx, organisation));
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const checkedOn = given.checkedOn ?? today;
    if (checkedOn > today) throw organisationErrors.check_in_future({ day: checkedOn, today });
    const written = given.checks.map((one) => ({ id: ctx.ids.next(), ...one }));
    for (const one of written) {
      refuseUnfounded(one, checkedOn);
      if (one.point === "ice" && one.outcome === "in_order") await keepIce(ctx, organisation, one);
    }
    const papers = await Promise.all(written.map((one) => keepScan(ctx, one)));
    await insertChecks(ctx, organisation.id, checkedOn, written, papers);
    await ctx.journal({
      object: { kind: "organisation", id: organisation.id },
      after: {
        checkedOn,
        checks: written.map(({ file: _, ...one }, at) => ({ ...one, file: papers[at] ?? null })),
      },
    });
    await ctx.emit({ type: "organisations.verified", objectId: organisation.id });
    return { ids: written.map(({ id }) => id) };
  },
});

function refuseUnfounded({ point, outcome, note, expiresOn }: Check, checkedOn: string): void {
  const words = messageReference("organisations", `point.${point}`);
  if (outcome === "not_applicable" && pointsForAll.includes(point))
    throw organisationErrors.point_not_exempt({ point: words });
  if (outcome !== "in_order" && !note) throw organisationErrors.check_without_reason({ point: words });
  if (expiresOn && expiresOn < checkedOn)
    throw organisationErrors.check_ran_out({ point: words, expiresOn, checkedOn });
}

/** The ICE that was seen on the paper is the one of the register, or becomes it. */
async function keepIce(ctx: ActContext, organisation: OrganisationRow, { number }: Check): Promise<void> {
  const seen = number ? ice.safeParse(number) : undefined;
  if (seen?.success === false || (seen === undefined && organisation.ice === null))
    throw organisationErrors.ice_needed({ organisation: organisation.reference });
  if (seen === undefined || seen.data === organisation.ice) return;
  if (organisation.ice !== null)
    throw organisationErrors.ice_differs({ seen: seen.data, recorded: organisation.ice });
  const taken = await firstRow(
    ctx.tx,
    sql<{ reference: string }>`
      select reference from organisations where ice = ${seen.data} and space = ${organisation.space}`,
  );
  if (taken !== undefined) throw organisationErrors.ice_taken({ ice: seen.data, reference: taken.reference });
  await sql`update organisations set ice = ${seen.data} where id = ${organisation.id}`.execute(ctx.tx);
}

async function keepScan(ctx: ActContext, { file }: Check) {
  if (!file) return null;
  const bytes = Buffer.from(file.base64, "base64");
  await requireScan(bytes);
  return { name: file.name, hash: await ctx.files.put(bytes) };
}

async function insertChecks(
  ctx: ActContext,
  organisationId: string,
  checkedOn: string,
  checks: readonly (Check & { readonly id: string })[],
  papers: readonly ({ readonly name: string; readonly hash: string } | null)[],
): Promise<void> {
  const each = <Value>(value: (one: Check) => Value | null | undefined) =>
    checks.map((one) => value(one) ?? null);
  await sql`
    insert into organisation_checks (id, organisation_id, point, outcome, checked_on, expires_on, number, note, file_name,
                                     file_hash, checked_by, recorded_at)
    select c.id, ${organisationId}, c.point, c.outcome, ${checkedOn}, c.expires_on, c.number, c.note, c.file_name,
           c.file_hash, ${ctx.actor.label}, ${ctx.clock.now()}
    from unnest(${checks.map(({ id }) => id)}::uuid[], ${each((one) => one.point)}::text[],
                ${each((one) => one.outcome)}::text[], ${each((one) => one.expiresOn)}::date[],
                ${each((one) => one.number)}::text[], ${each((one) => one.note)}::text[],
                ${papers.map((paper) => paper?.name ?? null)}::text[],
                ${papers.map((paper) => paper?.hash ?? null)}::text[])
         as c (id, point, outcome, expires_on, number, note, file_name, file_hash)`.execute(ctx.tx);
}
