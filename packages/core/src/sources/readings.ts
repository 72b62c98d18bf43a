// How a figure is read: every assertion about it with its words and its document, and which one was adopted.
import { sql } from "kysely";
import { z } from "zod";
import { type Context, dbOf, endOfDay, type PartialDate, partialDate, rows } from "../kernel/index.ts";
import { documentKind, inConflict, readingHow } from "./model.ts";
import { inThree } from "./sentences.ts";

/**
 * Which assertion is about which object: the rows of a higher folder's link table. An object is named as in
 * `adopted_readings`: `commitment` and its id, `agreement.signed_on` and the agreement's id.
 */
export interface ReadingLink {
  readonly objectKind: string;
  readonly objectId: string;
  readonly assertionId: string;
}

export const assertion = z.object({
  id: z.uuid(),
  topic: z.string(),
  quantity: z.string().nullable(),
  currency: z.string().nullable(),
  unit: z.string().nullable(),
  indicator: z.string().nullable(),
  qualifier: z.string().nullable(),
  text: z.string().nullable(),
  date: partialDate.nullable(),
  populations: z.array(z.string()),
  territoryId: z.uuid().nullable(),
  how: readingHow,
  why: z.string().nullable(),
  /** Why, in the three languages, where it is known in them. */
  whyInThree: inThree.nullable(),
  /** Who says it in the text, when not the text itself. */
  saidBy: z.object({ name: z.string().nullable(), function: z.string() }).nullable(),
  saidByText: z.string().nullable(),
  passage: z.object({
    id: z.uuid(),
    start: z.int(),
    end: z.int(),
    page: z.int().nullable(),
    content: z.string(),
  }),
  document: z.object({
    id: z.uuid(),
    kind: documentKind,
    title: z.string(),
    publisher: z.string().nullable(),
    language: z.string(),
    address: z.string().nullable(),
    published: z.object({
      year: z.int().nullable(),
      month: z.int().nullable(),
      day: z.int().nullable(),
    }),
  }),
});
export type Assertion = z.infer<typeof assertion>;

export const reading = assertion.extend({ adopted: z.boolean() });
export type Reading = z.infer<typeof reading>;

export const readingsOfObject = z.object({
  objectKind: z.string(),
  objectId: z.uuid(),
  readings: z.array(reading),
  /** Two of the readings cannot both hold. */
  conflict: z.boolean(),
  /** The last decision; its assertion is null when it was taken back. Null: never decided. */
  decision: z
    .object({
      assertionId: z.uuid().nullable(),
      decidedOn: z.string(),
      decidedBy: z.string(),
      reason: z.string(),
    })
    .nullable(),
});
export type ReadingsOfObject = z.infer<typeof readingsOfObject>;

/** All assertions under these ids with their passage and document, as known at the end of a day (null: now). */
export async function assertionsOf(
  ctx: Context,
  ids: readonly string[],
  knownOn: string | null = null,
): Promise<Assertion[]> {
  const found = await rows(
    dbOf(ctx),
    sql<AssertionColumns>`
      select a.id, a.topic, a.quantity::text, a.currency, a.unit, a.indicator, a.qualifier, a.text_value as text,
             a.date_year, a.date_month, a.date_day, a.date_weekday, a.populations, a.territory_id as "territoryId",
             a.how, a.why, said_in_three(a.why) as "whyInThree", a.said_by_text as "saidByText",
             case when o.id is not null then json_build_object('name', o.name, 'function', o.function) end as "saidBy",
             json_build_object('id', p.id, 'start', p.start_offset, 'end', p.end_offset, 'page', p.page,
                               'content', p.content) as passage,
             json_build_object('id', d.id, 'kind', d.kind, 'title', d.title, 'publisher', d.publisher,
                               'language', d.language, 'address', d.address,
                               'published', json_build_object('year', d.published_year, 'month', d.published_month,
                                                              'day', d.published_day)) as document
      from assertions a
      join passages p on p.id = a.passage_id
      join documents d on d.id = a.document_id
      left join office_holders o on o.id = a.said_by
      where a.id = any(${ids}::uuid[]) and a.recorded_at < ${endOfDay(knownOn, ctx.timeZone)}
      order by d.published_year, d.published_month, d.published_day, d.title, p.start_offset, a.id`,
  );
  return found.map(toAssertion);
}

type AssertionColumns = Omit<Assertion, "date"> & {
  readonly date_year: number | null;
  readonly date_month: number | null;
  readonly date_day: number | null;
  readonly date_weekday: number | null;
};

function toAssertion(row: AssertionColumns): Assertion {
  const { date_year, date_month, date_day, date_weekday, ...rest } = row;
  const parts: PartialDate = { year: date_year, month: date_month, day: date_day, weekday: date_weekday };
  return { ...rest, date: Object.values(parts).every((part) => part === null) ? null : parts };
}

/**
 * The readings of each linked object, in the order in which the objects are first named: every wording, whether they
 * contradict, and the decision, all as known at the end of a day (null: now).
 */
export async function readingsOf(
  ctx: Context,
  links: readonly ReadingLink[],
  knownOn: string | null = null,
): Promise<ReadingsOfObject[]> {
  const assertions = await assertionsOf(
    ctx,
    links.map((link) => link.assertionId),
    knownOn,
  );
  const decisions = await decisionsOf(ctx, links, knownOn);
  const objects = Map.groupBy(links, (link) => `${link.objectKind} ${link.objectId}`);
  return [...objects].map(([key, ofObject]) => {
    const [{ objectKind, objectId } = { objectKind: "", objectId: "" }] = ofObject;
    const decision = decisions.get(key) ?? null;
    const ids = new Set(ofObject.map((link) => link.assertionId));
    const readings = assertions
      .filter((one) => ids.has(one.id))
      .map((one) => ({ ...one, adopted: one.id === decision?.assertionId }));
    return { objectKind, objectId, readings, conflict: inConflict(readings), decision };
  });
}

type Decision = NonNullable<ReadingsOfObject["decision"]>;

async function decisionsOf(
  ctx: Context,
  links: readonly ReadingLink[],
  knownOn: string | null,
): Promise<Map<string, Decision>> {
  const found = await rows(
    dbOf(ctx),
    sql<Decision & { key: string }>`
      select distinct on (object_kind, object_id) object_kind || ' ' || object_id as key,
             assertion_id as "assertionId", decided_on as "decidedOn", decided_by_label as "decidedBy", reason
      from adopted_readings
      where object_id = any(${links.map((link) => link.objectId)}::uuid[])
        and recorded_at < ${endOfDay(knownOn, ctx.timeZone)}
      order by object_kind, object_id, decided_on desc, recorded_at desc, id desc`,
  );
  return new Map(found.map(({ key, ...decision }) => [key, decision]));
}
