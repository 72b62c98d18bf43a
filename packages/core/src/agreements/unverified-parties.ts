// The parties of an agreement that may not be signed with yet, less what the director waived.
import { sql } from "kysely";
import { type Context, dayOf, dbOf, rows } from "../kernel/index.ts";
import { type UnverifiedPartner, unverifiedPartners } from "../organisations/index.ts";

interface Waived {
  readonly organisationId: string;
  readonly points: readonly string[];
}

/** A waiver covers the points that were open when it was given; what runs out later asks for another. */
export async function unverifiedParties(ctx: Context, agreementId: string): Promise<UnverifiedPartner[]> {
  const parties = await rows(
    dbOf(ctx),
    sql<{ id: string }>`
      select distinct organisation_id as id from agreement_parties where agreement_id = ${agreementId}`,
  );
  const ids = parties.map((party) => party.id);
  const open = await unverifiedPartners(dbOf(ctx), ids, dayOf(ctx.clock.now(), ctx.timeZone));
  if (open.length === 0) return [];
  const waived = await rows(
    dbOf(ctx),
    sql<Waived>`
      select organisation_id as "organisationId", points from verification_waivers
      where agreement_id = ${agreementId}`,
  );
  return open.filter(({ id, points }) => {
    const letPass = waived.flatMap((one) => (one.organisationId === id ? one.points : []));
    return points.some((point) => !letPass.includes(point));
  });
}
