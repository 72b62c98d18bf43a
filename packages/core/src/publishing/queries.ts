// What everybody may read: the editions, and what stands in each. Nothing here looks at the register itself.
import { foldName } from "@iltizam/reference";
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineQuery, firstRow, onlyRow, plainDate, rows, space } from "../kernel/index.ts";
import { promiseStates } from "../standings/index.ts";
import { publishingErrors } from "./errors.ts";
import {
  editionAgreement,
  editionContent,
  editionIndicator,
  editionKind,
  editionPromise,
  editionTogether,
} from "./model.ts";
import { type EditionRow, editionColumns, editionOf } from "./store.ts";

const number = z.coerce.number().int().positive().max(2_147_483_647);

export const editionSummary = z.object({
  number: z.int(),
  kind: editionKind,
  title: z.string().nullable(),
  space,
  asOf: plainDate,
  knownOn: plainDate,
  madeAt: z.string(),
  threshold: z.int(),
  supersedes: z.int().nullable(),
  supersededBy: z.int().nullable(),
  newer: z.int().nullable(),
  promises: z.int(),
  hash: z.string(),
});

/** The editions and extracts, the latest first. */
export const listEditions = defineQuery({
  name: "publishing.editions",
  permission: "editions.read",
  scope: "somewhere",
  input: z.object({ space: space.optional() }),
  output: z.array(editionSummary),
  run: (ctx, { space: of }) =>
    rows(
      ctx.tx,
      sql<EditionRow>`
        select ${editionColumns} from editions e
        where ${of ?? null}::text is null or e.space = ${of ?? null} order by e.number desc`,
    ),
});

const note = z.object({
  text: z.object({ fr: z.string(), ar: z.string(), en: z.string() }),
  on: plainDate,
});

export const editionAround = z.object({
  edition: editionSummary,
  notes: z.array(note),
  indicators: z.array(editionIndicator),
  regions: editionContent.shape.regions,
  together: z.array(editionTogether),
  /** How many promises stand in each state; null: a state that is not told. */
  states: z.array(z.object({ state: z.enum(promiseStates).nullable(), promises: z.int() })),
});
export type EditionAround = z.infer<typeof editionAround>;

/** An edition without its promises. @throws `publishing.edition_unknown` */
export const readEdition = defineQuery({
  name: "publishing.edition",
  permission: "editions.read",
  scope: "somewhere",
  input: z.object({ number }),
  output: editionAround,
  async run(ctx, given) {
    const edition = await editionOf(ctx.tx, given.number);
    const { around } = await onlyRow(
      ctx.tx,
      sql<{ around: Pick<EditionAround, "indicators" | "regions" | "together"> }>`
        select around from editions where number = ${edition.number}`,
    );
    const states = await rows(
      ctx.tx,
      sql<EditionAround["states"][number]>`
        select state, count(*)::integer as promises from edition_promises where edition = ${edition.number}
        group by state order by 2 desc, 1`,
    );
    return { edition, ...around, states, notes: await notesOf(ctx.tx, edition.number, ctx.timeZone) };
  },
});

const notesOf = (db: Db, edition: number, timeZone: string) =>
  rows(
    db,
    sql<z.infer<typeof note>>`
      select json_build_object('fr', text_fr, 'ar', text_ar, 'en', text_en) as text,
             (noted_at at time zone ${timeZone})::date as "on"
      from edition_notes where edition = ${edition} order by noted_at, id`,
  );

export const promiseSorts = ["text", "signed", "realised", "proven", "deadline"] as const;
const columns = { signed: "signed", realised: "realised", proven: "proven", deadline: "deadline" } as const;

export const promiseFilters = z.object({
  number,
  /** Words of the promise, its agreement, who owes it, the place or the indicator; accents and case do not matter. */
  q: z.string().max(200).optional(),
  state: z.enum([...promiseStates, "untold"]).optional(),
  indicator: z.string().max(40).optional(),
  region: z.string().max(40).optional(),
  /** `text`: in the order of the agreements. Numbers and days: the greatest first; what is not told last. */
  sort: z.enum(promiseSorts).default("text"),
  limit: z.coerce.number().int().min(1).max(200).default(20),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

/** A page of an edition's promises, with how many pass the filters. @throws `publishing.edition_unknown` */
export const listPromises = defineQuery({
  name: "publishing.promises",
  permission: "editions.read",
  scope: "somewhere",
  input: promiseFilters,
  output: z.object({ total: z.int(), promises: z.array(editionPromise) }),
  async run(ctx, given) {
    const edition = await editionOf(ctx.tx, given.number);
    const passing = sql`from edition_promises p where p.edition = ${edition.number} and ${passes(given)}`;
    const { total } = await onlyRow(
      ctx.tx,
      sql<{ total: number }>`select count(*)::integer as total ${passing}`,
    );
    const { sort, limit, offset } = given;
    const order =
      sort === "text" ? sql`p.position` : sql`${sql.ref(`p.${columns[sort]}`)} desc nulls last, p.position`;
    const found = await rows(
      ctx.tx,
      sql<{ body: z.infer<typeof editionPromise> }>`
        select p.body ${passing} order by ${order} limit ${limit} offset ${offset}`,
    );
    return { total, promises: found.map(({ body }) => body) };
  },
});

function passes({ q, state, indicator, region }: z.output<typeof promiseFilters>) {
  const words = foldName(q ?? "")
    .split(" ")
    .filter(Boolean);
  const asked = [
    sql`true`,
    ...words.map((word) => sql`position(${word} in p.folded) > 0`),
    ...(state === undefined ? [] : [state === "untold" ? sql`p.state is null` : sql`p.state = ${state}`]),
    ...(indicator === undefined ? [] : [sql`p.indicator = ${indicator}`]),
    ...(region === undefined ? [] : [sql`p.region = ${region}`]),
  ];
  return sql.join(asked, sql` and `);
}

const agreementWithPromises = z.object({
  edition: editionSummary,
  agreement: editionAgreement,
  promises: z.array(editionPromise),
});

/** An agreement of an edition with its promises. @throws `publishing.edition_unknown`, `publishing.agreement_unknown` */
export const readEditionAgreement = defineQuery({
  name: "publishing.edition_agreement",
  permission: "editions.read",
  scope: "somewhere",
  input: z.object({ number, agreement: z.string().max(40) }),
  output: agreementWithPromises,
  async run(ctx, { number: of, agreement: reference }) {
    const edition = await editionOf(ctx.tx, of);
    const found = await firstRow(
      ctx.tx,
      sql<{ body: z.infer<typeof editionAgreement> }>`
        select body from edition_agreements where edition = ${of} and reference = ${reference}`,
    );
    if (found === undefined) throw publishingErrors.agreement_unknown({ reference, number: of });
    const promises = await rows(
      ctx.tx,
      sql<{ body: z.infer<typeof editionPromise> }>`
        select body from edition_promises where edition = ${of} and agreement = ${reference} order by position`,
    );
    return { edition, agreement: found.body, promises: promises.map(({ body }) => body) };
  },
});

/** The whole content of an edition, as it was hashed. @throws `publishing.edition_unknown` */
export const editionText = async (db: Db, of: number): Promise<{ text: string; hash: string }> => {
  const found = await firstRow(
    db,
    sql<{ text: string; hash: string }>`select content as text, hash from editions where number = ${of}`,
  );
  if (found === undefined) throw publishingErrors.edition_unknown({ number: of });
  return found;
};

export const readContent = defineQuery({
  name: "publishing.content",
  permission: "editions.read",
  scope: "somewhere",
  input: z.object({ number }),
  output: editionContent,
  run: async (ctx, given) => editionContent.parse(JSON.parse((await editionText(ctx.tx, given.number)).text)),
});
