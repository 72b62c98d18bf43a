import { sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import {
  type Db,
  defineQuery,
  keyText,
  objectScope,
  onlyRow,
  rows,
  type Scope,
  space,
} from "../kernel/index.ts";
import { figureKind, shareOf } from "./model.ts";

const figure = z.object({
  id: z.uuid(),
  kind: figureKind,
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  currency: z.string().nullable(),
  per: z.enum(["person", "person_month"]).nullable(),
  /** Of a share: the figure that it is a share of, and what it comes to. */
  of: z.uuid().nullable(),
  comesTo: z.number().nullable(),
  sectors: z.array(z.string()),
  sectorsExhaustive: z.boolean(),
  populations: z.array(z.string()),
  subject: z.string().nullable(),
  territory: z.object({ scheme: z.string(), code: z.string(), fr: z.string(), ar: z.string() }).nullable(),
  organisation: z.object({ reference: z.string(), name: z.string() }).nullable(),
  saidBy: z.object({ name: z.string().nullable(), function: z.string() }).nullable(),
  event: z.uuid().nullable(),
  agreement: z.string().nullable(),
  passage: z
    .object({
      id: z.uuid(),
      document: z.uuid(),
      title: z.string(),
      start: z.int(),
      end: z.int(),
      text: z.string(),
    })
    .nullable(),
});
type Figure = z.infer<typeof figure>;

/** What was said at an event is read where the event is. */
const atEvent = async (db: Db, eventId: string | undefined): Promise<Scope> =>
  eventId === undefined ? {} : objectScope(db, eventId);

/** Stated figures of a space; each condition that is given narrows the list. A territory holds what lies below it. */
export const statedFigures = defineQuery({
  name: "needs.figures",
  permission: "needs.read",
  scope: "object",
  input: z.object({
    space,
    kind: figureKind.optional(),
    territoryId: z.uuid().optional(),
    agreement: keyText.optional(),
    eventId: z.uuid().optional(),
  }),
  output: z.object({ figures: z.array(figure) }),
  async run(ctx, given) {
    const agreement = given.agreement === undefined ? null : await agreementOf(ctx.tx, given.agreement);
    const scope = agreement ? await agreementScope(ctx.tx, agreement) : await atEvent(ctx.tx, given.eventId);
    const { path } = await onlyRow(
      ctx.tx,
      sql<{ path: string[] | null }>`select territory_path(${given.territoryId ?? null}::uuid) as path`,
    );
    ctx.authorise({ ...scope, territoryPath: [...(scope.territoryPath ?? []), ...(path ?? [])] });
    const conditions = [
      sql`f.space = ${given.space}`,
      ...(given.kind ? [sql`f.kind = ${given.kind}`] : []),
      ...(given.territoryId ? [sql`${given.territoryId}::uuid = any(territory_path(f.territory_id))`] : []),
      ...(agreement ? [sql`f.agreement_id = ${agreement.id}`] : []),
      ...(given.eventId ? [sql`f.event_id = ${given.eventId}`] : []),
    ];
    const found = await rows(
      ctx.tx,
      sql<Omit<Figure, "comesTo"> & { whole: number | null }>`
        select f.id, f.kind, f.quantity::float8 as quantity, f.unit, f.currency, f.per, f.of_figure_id as of,
               whole.quantity::float8 as whole, f.sectors, f.sectors_exhaustive as "sectorsExhaustive", f.populations,
               f.subject, f.event_id as event, g.reference as agreement,
               case when t.id is not null then
                 json_build_object('scheme', t.scheme, 'code', t.code, 'fr', t.name_fr, 'ar', t.name_ar) end as territory,
               case when o.id is not null then json_build_object('reference', o.reference, 'name', o.name) end
                 as organisation,
               case when h.id is not null then json_build_object('name', h.name, 'function', h.function) end as "saidBy",
               case when p.id is not null then json_build_object('id', p.id, 'document', d.id, 'title', d.title,
                 'start', p.start_offset, 'end', p.end_offset, 'text', p.content) end as passage
        from stated_figures f
        left join stated_figures whole on whole.id = f.of_figure_id
        left join territories t on t.id = f.territory_id
        left join organisations o on o.id = f.organisation_id
        left join office_holders h on h.id = f.office_holder_id
        left join agreements g on g.id = f.agreement_id
        left join assertions a on a.id = f.assertion_id
        left join passages p on p.id = a.passage_id
        left join documents d on d.id = a.document_id
        where ${sql.join(conditions, sql` and `)} order by f.recorded_at, f.id`,
    );
    const figures = found.map(({ whole, ...row }) => ({
      ...row,
      comesTo: shareOf(whole, row.of ? row.quantity : null),
    }));
    return { figures };
  },
});
