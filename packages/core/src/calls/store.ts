// The rows of calls and applications that acts read before they write.
import { type RawBuilder, sql } from "kysely";
import { type Db, firstRow, isUuid, objectScope, rows, type Scope, type Space } from "../kernel/index.ts";
import type { OrganisationKind } from "../organisations/index.ts";
import { callErrors } from "./errors.ts";
import { type ApplicationState, type CallState, type MissingPart, missingOf } from "./model.ts";

export interface CallRow {
  readonly id: string;
  readonly space: Space;
  readonly reference: string;
  readonly agreement_id: string;
  readonly launched_by: string;
  readonly territory_id: string;
  readonly state: CallState;
  readonly version: number;
  readonly decided_on: string | null;
  readonly event_id: string | null;
  readonly title: string;
  readonly title_ar: string | null;
  readonly purpose: string | null;
  readonly contact: string | null;
  readonly provinces: readonly string[];
  readonly kinds: readonly OrganisationKind[];
  readonly currency: string;
  readonly envelope_minor: string;
  readonly ceiling_minor: string;
  readonly own_share_percent: number;
  readonly pass_mark: number | null;
  readonly disagreement_percent: number;
  readonly opens_on: string;
  readonly closes_on: string;
}

/** A call with the terms that hold. @throws `calls.unknown` */
export async function callOf(db: Db, key: string, lock = false): Promise<CallRow> {
  const found = await firstRow(
    db,
    sql<CallRow>`
      select c.id, c.space, c.reference, c.agreement_id, c.launched_by, c.territory_id, c.state, c.version, c.decided_on,
             c.event_id, t.title, t.title_ar, t.purpose, t.contact, t.provinces, t.kinds, t.currency,
             t.envelope_minor::text as envelope_minor, t.ceiling_minor::text as ceiling_minor, t.own_share_percent,
             t.pass_mark, t.disagreement_percent, t.opens_on, t.closes_on
      from calls c join call_terms t on t.call_id = c.id and t.version = c.version
      where ${isUuid(key) ? sql`c.id = ${key}` : sql`c.reference = ${key}`} ${lock ? sql`for update of c` : sql``}`,
  );
  if (found === undefined) throw callErrors.unknown({ call: key });
  return found;
}

/** The call locked, and where it lies. @throws `calls.unknown` */
export async function lockedCall(tx: Db, key: string): Promise<CallRow & { readonly scope: Scope }> {
  const call = await callOf(tx, key, true);
  return { ...call, scope: await objectScope(tx, call.id) };
}

export interface CriterionRow {
  readonly number: number;
  readonly label: string;
  readonly labelAr: string | null;
  readonly weight: number;
  readonly scale: number;
  readonly atLeast: number | null;
}
export interface DocumentRow {
  readonly number: number;
  readonly label: string;
  readonly labelAr: string | null;
  readonly required: boolean;
}
type Versioned = Pick<CallRow, "id" | "version">;

export const criteriaOf = (db: Db, { id, version }: Versioned): Promise<CriterionRow[]> =>
  rows(
    db,
    sql<CriterionRow>`
      select number, label, label_ar as "labelAr", weight, scale, at_least as "atLeast" from call_criteria
      where call_id = ${id} and version = ${version} order by number`,
  );

export const documentsOf = (db: Db, { id, version }: Versioned): Promise<DocumentRow[]> =>
  rows(
    db,
    sql<DocumentRow>`
      select number, label, label_ar as "labelAr", required from call_documents
      where call_id = ${id} and version = ${version} order by number`,
  );

export interface ApplicationRow {
  readonly id: string;
  readonly space: Space;
  readonly call_id: string;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly organisation_kind: OrganisationKind;
  readonly state: ApplicationState;
  readonly number: number | null;
  readonly title: string | null;
  readonly summary: string | null;
  readonly places: readonly string[];
  readonly asked_minor: string | null;
  readonly own_minor: string | null;
  readonly received_on: string | null;
  readonly revision: number;
  readonly admitted: boolean | null;
  readonly screened_why: string | null;
  readonly agreement_id: string | null;
  readonly promises: number;
  readonly files: readonly number[];
}

const applicationColumns = sql`
  p.id, p.space, p.call_id, p.organisation_id, o.name as organisation, o.kind as organisation_kind, p.state, p.number,
  p.title, p.summary, p.places, p.asked_minor::text as asked_minor, p.own_minor::text as own_minor, p.received_on,
  p.revision, p.admitted, p.screened_why, p.agreement_id,
  (select count(*)::int from call_application_promises w where w.application_id = p.id) as promises,
  array(select f.number from call_application_files f where f.application_id = p.id order by 1) as files`;

/** The applications of which `where` is true (`p`), in the order in which they came. */
export const applicationsWhere = (
  db: Db,
  where: RawBuilder<unknown>,
  lock = false,
): Promise<ApplicationRow[]> =>
  rows(
    db,
    sql<ApplicationRow>`
      select ${applicationColumns} from call_applications p join organisations o on o.id = p.organisation_id
      where ${where} order by p.number nulls last, o.name ${lock ? sql`for update of p` : sql``}`,
  );

/** @throws `calls.application_unknown` */
export async function applicationOf(db: Db, id: string, lock = false): Promise<ApplicationRow> {
  const [found] = isUuid(id) ? await applicationsWhere(db, sql`p.id = ${id}`, lock) : [];
  if (found === undefined) throw callErrors.application_unknown({ application: id });
  return found;
}

/** Every application that was given in. */
export const submittedTo = (db: Db, call: string): Promise<ApplicationRow[]> =>
  applicationsWhere(db, sql`p.call_id = ${call} and p.state = 'submitted'`);

export interface InvitationRow {
  readonly call_id: string;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly language: "fr" | "ar" | "en";
  readonly addressee: string | null;
  readonly mail: string | null;
  readonly invited_by_label: string;
}

/** @throws `calls.invitation_unknown` */
export async function invitationOf(db: Db, id: string): Promise<InvitationRow> {
  const found = await firstRow(
    db,
    sql<InvitationRow>`
      select i.call_id, i.organisation_id, o.name as organisation, i.language, f.function as addressee, f.mail,
             i.invited_by_label
      from call_invitations i join organisations o on o.id = i.organisation_id
      left join focal_points f on f.id = i.focal_point_id where i.id = ${id}`,
  );
  if (found === undefined) throw callErrors.invitation_unknown({ invitation: id });
  return found;
}

/** The application that an organisation has under a call, if any, locked. */
export async function applicationBy(
  tx: Db,
  call: string,
  organisation: string,
): Promise<ApplicationRow | undefined> {
  const mine = sql`p.call_id = ${call} and p.organisation_id = ${organisation}`;
  return (await applicationsWhere(tx, mine, true))[0];
}

const minor = (text: string | null) => (text === null ? null : BigInt(text));

/** What an application lacks under the terms that hold, item by item. */
export const lackedBy = (
  call: CallRow,
  application: ApplicationRow,
  documents: readonly DocumentRow[],
): MissingPart[] =>
  missingOf(
    {
      ...{ kind: application.organisation_kind, title: application.title, summary: application.summary },
      ...{ places: application.places, asked: minor(application.asked_minor) },
      own: minor(application.own_minor),
      ...{ promises: application.promises, files: application.files },
    },
    {
      ...{ kinds: call.kinds, ceiling: BigInt(call.ceiling_minor), documents },
      ownSharePercent: call.own_share_percent,
    },
  );
