// What a focal point finds behind her link: what her organisation promised in this agreement, what the others owe, and
// what was declared so far for the period.
import { sql } from "kysely";
import { z } from "zod";
import { linkOf } from "../identity/index.ts";
import { type Actor, type Db, dayOf, defineQuery, onlyRow, plainDate, rows } from "../kernel/index.ts";
import { type NamedParty, namedParty, namedPartyOfO } from "../organisations/index.ts";
import { requestErrors } from "./errors.ts";
import { type RequestRow, requestOf, seeAsPartner } from "./store.ts";

const names = z.object({ fr: z.string(), ar: z.string().nullable(), en: z.string().nullable() });
export const promiseShown = z.object({
  commitment: z.string(),
  wording: z.string(),
  indicator: names.nullable(),
  unit: z.string().nullable(),
  target: z.int().nullable(),
  deadline: plainDate.nullable(),
  owedBy: namedParty.nullable(),
  /** What this organisation declared for just this period. */
  declared: z.int().nullable(),
});

export const ownRequest = z.object({
  id: z.uuid(),
  agreement: z.object({
    ...{ reference: z.string(), title: z.string() },
    ...{ titleAr: z.string().nullable(), titleEn: z.string().nullable() },
  }),
  organisation: namedParty,
  addressee: z.string(),
  askedBy: z.string(),
  period: z.object({ from: plainDate, to: plainDate }),
  dueOn: plainDate,
  answered: z.boolean(),
  promised: z.array(promiseShown),
  owedByOthers: z.array(promiseShown),
});

interface Asking {
  readonly actor: Actor;
  readonly tx: Db;
  authorise(scope: { readonly organisations: readonly string[] }): void;
}

/**
 * The request that the actor may answer: the one of her link, or one of her organisation's under its id.
 * @throws `requests.not_theirs`, `requests.unknown`
 */
export async function ownRequestOf(ctx: Asking, wanted: string | undefined): Promise<RequestRow> {
  const link = await linkOf(ctx.tx, ctx.actor);
  const bound = link?.objectKind === "declaration_request" ? link.objectId : undefined;
  if (ctx.actor.kind === "link" && (bound === undefined || (wanted ?? bound) !== bound)) {
    throw requestErrors.not_theirs();
  }
  const request = await requestOf(ctx.tx, bound ?? wanted ?? "");
  ctx.authorise({ organisations: [request.organisation_id] });
  return request;
}

export const readOwnRequest = defineQuery({
  name: "requests.read_own",
  permission: "requests.read_own",
  scope: "object",
  input: z.object({
    /** Which one; whoever came by a link has just one. */
    request: z.uuid().optional(),
  }),
  output: ownRequest,
  async run(ctx, { request: wanted }) {
    const request = await ownRequestOf(ctx, wanted);
    await seeAsPartner(ctx.tx, ctx.actor, request.organisation_id, "requests.read_own");
    const all = await promisesOf(ctx.tx, request, dayOf(ctx.clock.now(), ctx.timeZone));
    const { agreement, organisation } = await onlyRow(
      ctx.tx,
      sql<{ agreement: z.output<typeof ownRequest>["agreement"]; organisation: NamedParty }>`
        select json_build_object('reference', a.reference, 'title', a.title, 'titleAr', a.title_ar,
                                 'titleEn', a.title_en) as agreement, ${namedPartyOfO} as organisation
        from agreements a, organisations o where a.id = ${request.agreement_id} and o.id = ${request.organisation_id}`,
    );
    const { id, addressee, from, to, due_on: dueOn, asked_by_label: askedBy, answered_at } = request;
    const strip = (own: boolean) => all.filter((row) => row.own === own).map(({ own: _, ...row }) => row);
    return {
      ...{ id, addressee, askedBy, dueOn, organisation, period: { from, to } },
      ...{ agreement, answered: answered_at !== null },
      ...{ promised: strip(true), owedByOthers: strip(false) },
    };
  },
});

/** The promises of the agreement as they stand on a day; `own` are those that the organisation owes. */
export function promisesOf(
  db: Db,
  request: Pick<RequestRow, "organisation_id" | "agreement_id" | "from" | "to">,
  day: string,
) {
  return rows(
    db,
    sql<z.output<typeof promiseShown> & { own: boolean }>`
      select a.reference || '/' || c.number as commitment, c.wording, c.unit, c.deadline,
             case when o.id is not null then ${namedPartyOfO} end as "owedBy",
             coalesce(c.owed_by = ${request.organisation_id}, false) as own,
             case when i.code is not null then json_build_object('fr', i.label_fr, 'ar', i.label_ar, 'en', i.label_en) end
               as indicator,
             (select t.quantity from commitment_targets t
              where t.commitment_id = c.id and t.effective @> ${day}::date order by t.version desc limit 1) as target,
             (select d.quantity from declarations d
              where d.commitment_id = c.id and d.declarant_id = ${request.organisation_id} and d.replaced_at is null
                and d.period = daterange(${request.from}, ${request.to}, '[]')) as declared
      from commitments c join agreements a on a.id = c.agreement_id
      left join organisations o on o.id = c.owed_by left join indicators i on i.code = c.indicator
      where c.agreement_id = ${request.agreement_id} and c.state <> 'withdrawn'
      order by c.number`,
  );
}
