// The money of one agreement: per party, with its control sums and the passages that gave each amount.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, dayOf, defineQuery, endOfDay, keyText, plainDate, rows } from "../kernel/index.ts";
import { amountQualifier, contributionReference, contributionRole, pictureOf, written } from "./model.ts";
import { placeOf, takesPledges } from "./store.ts";

const amount = z.string().nullable();
const source = z.object({
  assertion: z.uuid(),
  field: z.string(),
  amount,
  how: z.enum(["literal", "normalised", "inferred"]),
  document: z.uuid(),
  title: z.string(),
  passage: z.object({ id: z.uuid(), start: z.int(), end: z.int(), text: z.string() }),
});
export const contributionShown = z.object({
  id: z.uuid(),
  reference: contributionReference,
  role: contributionRole,
  /** Null: the payer is unknown. */
  contributor: z.object({ reference: z.string(), name: z.string() }).nullable(),
  promised: amount,
  original: amount,
  qualifier: amountQualifier,
  versions: z.int(),
  inKind: z.boolean(),
  purpose: z.string().nullable(),
  basis: z.enum(["announced", "signed"]),
  called: z.string(),
  paid: z.string(),
  justified: z.string(),
  sources: z.array(source),
});
const money = z.object({
  currency: z.string(),
  contributions: z.array(contributionShown),
  total: amount,
  known: z.string(),
  withoutPayer: z.string(),
  /** Whether an amount that it rests on is only estimated. */
  estimated: z.boolean(),
  below: z.object({ sum: z.string(), difference: z.string() }).nullable(),
  called: z.string(),
  paid: z.string(),
  justified: z.string(),
});
type Money = z.infer<typeof money>;
type Source = z.infer<typeof source>;

interface Row {
  readonly id: string;
  readonly reference: string;
  readonly role: "total" | "contribution" | "line";
  readonly contributor: { reference: string; name: string } | null;
  readonly currency: string;
  readonly in_kind: boolean;
  readonly purpose: string | null;
  readonly basis: "announced" | "signed";
  readonly promised: string | null;
  readonly original: string | null;
  readonly qualifier: z.infer<typeof amountQualifier>;
  readonly versions: number;
  readonly called: string;
  readonly paid: string;
  readonly justified: string;
}

interface Day {
  readonly asOf: string;
  readonly knownOn: string | null;
  readonly timeZone: string;
}

/** The amounts that stand at an agreement itself on a day, as known then. */
function standingRows(db: Db, agreementId: string, day: Day): Promise<Row[]> {
  const until = endOfDay(day.knownOn, day.timeZone);
  return rows(
    db,
    sql<Row>`
      with moved as (
        select m.contribution_id, m.kind, sum(m.amount_minor) as minor from contribution_movements m
        where m.moved_on <= ${day.asOf} and m.recorded_at < ${until}
          and not exists (select from movement_withdrawals w where w.movement_id = m.id and w.recorded_at < ${until})
        group by 1, 2
      ), known as (
        select a.*, row_number() over (partition by contribution_id order by version desc) as latest,
               count(*) over (partition by contribution_id) as versions
        from contribution_amounts a
        where a.recorded_at < ${until} and lower(a.effective) <= ${day.asOf}::date
      )
      select c.id, g.reference || '/M' || c.number as reference, c.role, c.currency, c.in_kind, c.purpose, c.basis,
             case when o.id is not null then json_build_object('reference', o.reference, 'name', o.name) end
               as contributor,
             k.amount_minor::text as promised, k.qualifier, k.versions::int, first.amount_minor::text as original,
             coalesce((select minor from moved where contribution_id = c.id and kind = 'called'), 0)::text as called,
             coalesce((select minor from moved where contribution_id = c.id and kind = 'paid'), 0)::text as paid,
             coalesce((select minor from moved where contribution_id = c.id and kind = 'justified'), 0)::text
               as justified
      from contributions c
      join agreements g on g.id = c.agreement_id
      join known k on k.contribution_id = c.id and k.latest = 1
      join contribution_amounts first on first.contribution_id = c.id and first.version = 1
      left join organisations o on o.id = c.contributor_id
      where c.agreement_id = ${agreementId} order by c.number`,
  );
}

/** The totals of the agreements that are directly below on the day, each in its currency. */
function childTotals(db: Db, agreementId: string, day: Day): Promise<{ currency: string; minor: string }[]> {
  const until = endOfDay(day.knownOn, day.timeZone);
  return rows(
    db,
    sql<{ currency: string; minor: string }>`
      select distinct on (c.id) c.currency, a.amount_minor::text as minor
      from agreement_parents p
      join contributions c on c.agreement_id = p.agreement_id and c.role = 'total'
      join contribution_amounts a on a.contribution_id = c.id
      where p.parent_id = ${agreementId} and p.known @> coalesce(${day.knownOn}::date, 'infinity'::date)
        and a.amount_minor is not null and a.recorded_at < ${until} and lower(a.effective) <= ${day.asOf}::date
      order by c.id, a.version desc`,
  );
}

async function sourcesOf(db: Db, agreementId: string): Promise<Map<string, Source[]>> {
  const found = await rows(
    db,
    sql<Omit<Source, "passage"> & { contribution_id: string; passage: Source["passage"] }>`
      select link.contribution_id, a.id as assertion, link.field, a.quantity::text as amount, a.how,
             d.id as document, d.title,
             json_build_object('id', p.id, 'start', p.start_offset, 'end', p.end_offset, 'text', p.content) as passage
      from contributions c
      join contribution_assertions link on link.contribution_id = c.id
      join assertions a on a.id = link.assertion_id
      join passages p on p.id = a.passage_id
      join documents d on d.id = a.document_id
      where c.agreement_id = ${agreementId} order by a.recorded_at, p.start_offset, a.id`,
  );
  const groups = Map.groupBy(found, (row) => row.contribution_id);
  return new Map([...groups].map(([id, list]) => [id, list.map(({ contribution_id: _, ...rest }) => rest)]));
}

function moneyOf(
  currency: string,
  held: readonly Row[],
  below: readonly bigint[],
  sources: Map<string, Source[]>,
): Money {
  const big = (minor: string | null) => (minor === null ? null : BigInt(minor));
  const text = (minor: bigint) => written(minor, currency) ?? "";
  const picture = pictureOf(
    held.map((row) => ({
      role: row.role,
      contributor: row.contributor?.reference ?? null,
      promised: big(row.promised),
      called: BigInt(row.called),
      paid: BigInt(row.paid),
      justified: BigInt(row.justified),
    })),
    below,
  );
  return {
    currency,
    contributions: held.map(
      ({ in_kind: inKind, promised, original, called, paid, justified, currency: _, ...row }) => ({
        ...row,
        inKind,
        promised: written(big(promised), currency),
        original: written(big(original), currency),
        called: text(BigInt(called)),
        paid: text(BigInt(paid)),
        justified: text(BigInt(justified)),
        sources: sources.get(row.id) ?? [],
      }),
    ),
    total: written(picture.total, currency),
    known: text(picture.known),
    withoutPayer: text(picture.withoutPayer),
    estimated: held.some((row) => row.role !== "line" && row.qualifier !== "exact"),
    below: picture.below && { sum: text(picture.below.sum), difference: text(picture.below.difference) },
    ...{ called: text(picture.called), paid: text(picture.paid), justified: text(picture.justified) },
  };
}

/** The money that stands at an agreement itself, never added to what stands above or below it. */
export const moneyOfAgreement = defineQuery({
  name: "funding.of_agreement",
  permission: "funding.read",
  scope: "object",
  input: z.object({ agreement: keyText, asOf: plainDate.optional(), knownOn: plainDate.optional() }),
  output: z.object({
    agreement: z.string(),
    money: z.array(money),
    /** Whether more may be promised: not where the agreement has ended. */
    takesPledges: z.boolean(),
  }),
  async run(ctx, given) {
    const agreement = await placeOf(ctx.tx, given.agreement);
    ctx.authorise(agreement.scope);
    const asOf = given.asOf ?? dayOf(ctx.clock.now(), ctx.timeZone);
    const day = { asOf, knownOn: given.knownOn ?? null, timeZone: ctx.timeZone };
    return {
      ...{ agreement: agreement.reference, takesPledges: takesPledges(agreement) },
      money: await moneyOn(ctx.tx, agreement.id, day),
    };
  },
});

/** The money that stands at the agreement itself on the day, by currency. */
export async function moneyOn(db: Db, agreementId: string, day: Day): Promise<Money[]> {
  const [held, below, sources] = await Promise.all([
    standingRows(db, agreementId, day),
    childTotals(db, agreementId, day),
    sourcesOf(db, agreementId),
  ]);
  return [...Map.groupBy(held, (row) => row.currency)].map(([currency, list]) => {
    const totals = below.filter((row) => row.currency === currency).map((row) => BigInt(row.minor));
    return moneyOf(currency, list, totals, sources);
  });
}
