// The rows of requests, and what an answer may touch while it is given.
import { sql } from "kysely";
import { type Actor, type Db, firstRow, isUuid, nameActor, type Space } from "../kernel/index.ts";
import { requestErrors } from "./errors.ts";

export interface RequestRow {
  readonly id: string;
  readonly space: Space;
  readonly agreement_id: string;
  readonly organisation_id: string;
  readonly addressee: string;
  readonly language: "fr" | "ar" | "en";
  readonly mail: string | null;
  readonly from: string;
  readonly to: string;
  readonly due_on: string;
  readonly asked_by_label: string;
  readonly answered_at: Date | null;
}

/** @throws `requests.unknown` */
export async function requestOf(db: Db, id: string): Promise<RequestRow> {
  const found = isUuid(id)
    ? await firstRow(
        db,
        sql<RequestRow>`
          select r.id, r.space, r.agreement_id, r.organisation_id, r.addressee, r.language, f.mail,
                 r.period_from as from, r.period_to as to, r.due_on, r.asked_by_label, r.answered_at
          from declaration_requests r left join focal_points f on f.id = r.focal_point_id
          where r.id = ${id}`,
      )
    : undefined;
  if (found === undefined) throw requestErrors.unknown({ request: id });
  return found;
}

/** Marks it answered: of two at once, one does. @throws `requests.answered_already` */
export async function markAnswered(tx: Db, id: string, at: Date): Promise<void> {
  const { rows } = await sql`
    update declaration_requests set answered_at = ${at} where id = ${id} and answered_at is null
    returning id`.execute(tx);
  if (rows.length === 0) throw requestErrors.answered_already();
}

/**
 * The same actor with what a focal point may for her organisation: for the steps inside an answer. The act has checked
 * by then that the request is hers.
 */
export function asPartner(actor: Actor, organisation: string): Actor {
  const permissions = ["declarations.read", "declarations.make", "sources.record", "sources.read"];
  return { ...actor, grants: [...actor.grants, { permissions, organisation }] };
}

/** Lets row-level security see what a focal point sees, until the transaction ends. */
export async function seeAsPartner(tx: Db, actor: Actor, organisation: string, act: string): Promise<Actor> {
  const partner = asPartner(actor, organisation);
  await nameActor(tx, partner, act);
  return partner;
}
