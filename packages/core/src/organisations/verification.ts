// Whether a partner may be signed with: of each point of the checklist (domain.md US-06) the latest check counts, as long
// as its attestation runs. The state follows from the checks; nobody sets it.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, messageReference, type PlainDate, plainDate, rows } from "../kernel/index.ts";
import { holdsDays, warnedUntil } from "./attestations.ts";
import { needsVerification, type OrganisationKind } from "./model.ts";

/** «No conflict» is the statement that nobody of the agency has an interest in the partner. */
export const verificationPoints = [
  "ice",
  "cnss",
  "tax",
  "legal_status",
  "references",
  "no_fee",
  "no_conflict",
] as const;
export const verificationPoint = z.enum(verificationPoints);
export type VerificationPoint = z.infer<typeof verificationPoint>;

/** From these nobody is exempt; an association may have no affiliation, a foreign body no ICE. */
export const pointsForAll: readonly VerificationPoint[] = ["legal_status", "no_fee", "no_conflict"];

export const checkOutcome = z.enum(["in_order", "not_in_order", "not_applicable"]);
export type CheckOutcome = z.infer<typeof checkOutcome>;
export const verificationState = z.enum(["not_needed", "missing", "refused", "expired", "verified"]);
export type VerificationState = z.infer<typeof verificationState>;

export const latestCheck = z.object({
  point: verificationPoint,
  outcome: checkOutcome,
  checkedOn: plainDate,
  expiresOn: plainDate.nullable(),
});
export type LatestCheck = z.infer<typeof latestCheck>;

export const checkedPoint = z.object({
  point: verificationPoint,
  state: z.enum(["missing", "refused", "expired", "fine"]),
  outcome: checkOutcome.nullable(),
  checkedOn: plainDate.nullable(),
  /** The last day on which it holds. */
  until: plainDate.nullable(),
  /** It still holds, and the next attestation is to be asked for. */
  endsSoon: z.boolean(),
});
export type CheckedPoint = z.infer<typeof checkedPoint>;

export const partnerVerification = z.object({
  state: verificationState,
  /** The day after which the first of the points runs out; null unless it is verified. */
  until: plainDate.nullable(),
  points: z.array(checkedPoint),
});
export type PartnerVerification = z.infer<typeof partnerVerification>;

/** Each point as it stands on a day; what ends by the day `soon` is to be asked for again. */
export function pointsOn(checks: readonly LatestCheck[], day: PlainDate, soon: PlainDate): CheckedPoint[] {
  return verificationPoints.map((point) => {
    const check = checks.find((one) => one.point === point);
    if (check === undefined)
      return {
        ...{ point, state: "missing", outcome: null, checkedOn: null, until: null, endsSoon: false },
      } as const;
    const { outcome, checkedOn } = check;
    const until = lastDayOf(check);
    const state = outcome === "not_in_order" ? "refused" : until < day ? "expired" : "fine";
    return { point, state, outcome, checkedOn, until, endsSoon: state === "fine" && until <= soon } as const;
  });
}

function lastDayOf({ checkedOn, expiresOn }: LatestCheck): PlainDate {
  const year = new Date(Date.parse(checkedOn) + holdsDays * 86_400_000).toISOString().slice(0, 10);
  return expiresOn !== null && expiresOn < year ? expiresOn : year;
}

/**
 * Without a day `soon` nobody is warned.
 * @example verificationOn("company", [], "2026-03-01").state // "missing"
 */
export function verificationOn(
  kind: OrganisationKind,
  checks: readonly LatestCheck[],
  day: PlainDate,
  soon: PlainDate = "",
): PartnerVerification {
  const points = pointsOn(checks, day, soon);
  if (!needsVerification(kind)) return { state: "not_needed", until: null, points };
  const worst = (["refused", "missing", "expired"] as const).find((state) =>
    points.some((one) => one.state === state),
  );
  if (worst !== undefined) return { state: worst, until: null, points };
  const until = points.map((one) => one.until ?? day).sort()[0] ?? null;
  return { state: "verified", until, points };
}

interface CheckOfOne extends LatestCheck {
  readonly organisationId: string;
}

/** Of each of these organisations and each point the latest check known on that day. */
export async function latestChecks(
  db: Db,
  organisationIds: readonly string[],
  day: PlainDate,
): Promise<ReadonlyMap<string, readonly LatestCheck[]>> {
  const found = await rows(
    db,
    sql<CheckOfOne>`
      select distinct on (organisation_id, point) organisation_id as "organisationId", point, outcome,
             checked_on as "checkedOn", expires_on as "expiresOn"
      from organisation_checks
      where organisation_id = any(${organisationIds}::uuid[]) and checked_on <= ${day}::date
      order by organisation_id, point, checked_on desc, id desc`,
  );
  return Map.groupBy(found, (check) => check.organisationId);
}

export async function verificationOf(
  db: Db,
  { id, kind }: { readonly id: string; readonly kind: OrganisationKind },
  day: PlainDate,
): Promise<PartnerVerification> {
  const checks = (await latestChecks(db, [id], day)).get(id) ?? [];
  return verificationOn(kind, checks, day, await warnedUntil(db, day));
}

export interface UnverifiedPartner {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly nameAr: string | null;
  readonly nameEn: string | null;
  readonly points: readonly VerificationPoint[];
  /** What each of these points lacks, as messages. */
  readonly gaps: readonly string[];
}

/** Of these organisations those that may not be signed with on that day, each with what it lacks. */
export async function unverifiedPartners(
  db: Db,
  organisationIds: readonly string[],
  day: PlainDate,
): Promise<UnverifiedPartner[]> {
  const found = await rows(
    db,
    sql<
      Pick<UnverifiedPartner, "id" | "reference" | "name" | "nameAr" | "nameEn"> & { kind: OrganisationKind }
    >`
      select id, reference, name, name_ar as "nameAr", name_en as "nameEn", kind from organisations where id = any(${organisationIds}::uuid[]) order by name`,
  );
  const checks = await latestChecks(db, organisationIds, day);
  return found.flatMap(({ kind, ...one }) => {
    const { state, points } = verificationOn(kind, checks.get(one.id) ?? [], day);
    if (state === "not_needed" || state === "verified") return [];
    const open = points.filter((point) => point.state !== "fine");
    return [{ ...one, points: open.map(({ point }) => point), gaps: open.map(gap) }];
  });
}

const gap = ({ point, state, until }: CheckedPoint): string =>
  messageReference("organisations", `gap.${state}`, {
    point: messageReference("organisations", `point.${point}`),
    until,
  });
