// What screens and exports read of commitments: targets on a day, announced readings with their passage, breakdowns.
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { dayOf, defineQuery, keyText, plainDate, type QueryContext, rows, space } from "../kernel/index.ts";
import {
  announcedFigure,
  announcedReading,
  announcedTotal,
  readAnnounced,
  totalAnnounced,
} from "./announced.ts";
import { breakdownPart, breakdownSum, breakdownSums } from "./break-down.ts";
import { commitmentIn, placeOf } from "./find.ts";
import {
  commitmentReference,
  quotedWords,
  signedField,
  splitReference,
  targetsOn,
  targetVersion,
  withChange,
} from "./model.ts";
import { adoptedReadingsOf, announcedReadingsOf } from "./read-announced.ts";
import { breakdownsOf, eligibilityOf, responsibilitiesOf } from "./read-details.ts";
import { signedWordsOf } from "./read-signed-words.ts";
import { type ReadingDay, targetVersionsOf } from "./read-targets.ts";

const when = { asOf: plainDate.optional(), knownOn: plainDate.optional() };
const names = z.object({ fr: z.string(), ar: z.string().nullable(), en: z.string().nullable() });
const place = z.object({ id: z.uuid(), scheme: z.string(), code: z.string(), name: names });
const party = z.object({ reference: z.string(), name: z.string() });

export const commitmentShown = z.object({
  id: z.uuid(),
  reference: commitmentReference,
  agreement: z.string(),
  space,
  kind: z.enum(["result", "best_efforts"]),
  state: z.enum(["draft", "final", "withdrawn"]),
  indicator: z
    .object({ code: z.string(), version: z.int(), label: names, state: z.enum(["defined", "undefined"]) })
    .nullable(),
  unit: z.string().nullable(),
  wording: z.string(),
  populations: z.array(z.string()),
  territory: place.nullable(),
  milieu: z.enum(["urban", "rural"]).nullable(),
  period: z.object({ from: plainDate.nullable(), to: plainDate.nullable() }),
  /** Null: no deadline in the text; such a target is never late. */
  deadline: plainDate.nullable(),
  owedBy: party.nullable(),
  revision: z.int(),
  signed: z.object({ original: targetVersion.nullable(), current: targetVersion.nullable() }),
  versions: z.array(targetVersion.extend({ change: z.int().nullable(), words: z.array(quotedWords) })),
  announced: z.object({ figure: announcedFigure, readings: z.array(announcedReading) }),
  breakdown: z.object({
    parts: z.array(breakdownPart),
    sums: z.array(breakdownSum),
    /** Whether the split of the open target is final. */
    final: z.boolean(),
  }),
  eligibility: z.array(z.object({ rule: z.string(), value: z.string() })),
  responsibilities: z.array(z.object({ organisation: z.string(), name: z.string(), task: z.string() })),
});
export type CommitmentShown = z.infer<typeof commitmentShown>;

type Base = Omit<
  CommitmentShown,
  "signed" | "versions" | "announced" | "breakdown" | "eligibility" | "responsibilities"
> & { readonly finalSplit: number | null };

function baseRows(ctx: QueryContext, condition: RawBuilder<unknown>): Promise<Base[]> {
  return rows(
    ctx.tx,
    sql<Base>`
      select c.id, g.reference || '/' || c.number as reference, g.reference as agreement, c.space, c.kind, c.state,
             case when i.code is not null then json_build_object('code', i.code, 'version', c.indicator_version,
               'label', json_build_object('fr', i.label_fr, 'ar', i.label_ar, 'en', i.label_en), 'state', v.state) end
               as indicator,
             c.unit, c.wording, c.populations, c.milieu, c.deadline, c.revision, c.final_split as "finalSplit",
             case when t.id is not null then json_build_object('id', t.id, 'scheme', t.scheme, 'code', t.code,
               'name', json_build_object('fr', t.name_fr, 'ar', t.name_ar, 'en', t.name_en)) end as territory,
             json_build_object('from', c.period_from, 'to', c.period_to) as period,
             case when o.id is not null then json_build_object('reference', o.reference, 'name', o.name) end as "owedBy"
      from commitments c
      join agreements g on g.id = c.agreement_id
      left join indicators i on i.code = c.indicator
      left join indicator_versions v on v.indicator = c.indicator and v.version = c.indicator_version
      left join territories t on t.id = c.territory_id
      left join organisations o on o.id = c.owed_by
      where ${condition} order by g.reference, c.number`,
  );
}

async function shown(ctx: QueryContext, bases: readonly Base[], day: ReadingDay): Promise<CommitmentShown[]> {
  const ids = bases.map((base) => base.id);
  const [versions, readings, adopted, breakdowns, eligibility, responsibilities, signedWords] =
    await Promise.all([
      targetVersionsOf(ctx.tx, ids, day),
      announcedReadingsOf(ctx.tx, ids, day),
      adoptedReadingsOf(ctx.tx, ids, day),
      breakdownsOf(ctx.tx, ids),
      eligibilityOf(ctx.tx, ids),
      responsibilitiesOf(ctx.tx, ids),
      signedWordsOf(ctx.tx, ids, day),
    ]);
  return bases.map(({ finalSplit, ...base }) => {
    const known = versions.get(base.id) ?? [];
    const said = readings.get(base.id) ?? [];
    const parts = breakdowns.get(base.id) ?? [];
    const signed = targetsOn(known, day.asOf);
    const open = known.at(-1);
    const sums = breakdownSums(parts, open?.quantity ?? null);
    return {
      ...base,
      signed,
      versions: withChange(known).map((one) => ({
        ...one,
        words: signedWords.get(`${base.id} ${signedField(one.version)}`) ?? [],
      })),
      announced: { figure: readAnnounced(said, adopted.get(base.id) ?? null), readings: said },
      breakdown: { parts, sums, final: finalSplit !== null && finalSplit === open?.version },
      eligibility: eligibility.get(base.id) ?? [],
      responsibilities: responsibilities.get(base.id) ?? [],
    };
  });
}

const readingDay = (ctx: QueryContext, given: { asOf?: string; knownOn?: string }): ReadingDay => ({
  asOf: given.asOf ?? dayOf(ctx.clock.now(), ctx.timeZone),
  knownOn: given.knownOn ?? null,
  timeZone: ctx.timeZone,
});

/** The commitments that stand at an agreement itself, not at those below it, with the totals of what is announced. */
export const commitmentsOfAgreement = defineQuery({
  name: "commitments.of_agreement",
  permission: "commitments.read",
  scope: "object",
  input: z.object({ agreement: keyText, ...when }),
  output: z.object({
    agreement: z.string(),
    commitments: z.array(commitmentShown),
    /** By indicator; conflicting and unquantified figures enter none and are counted in `apart`. */
    announced: z.object({ totals: z.array(announcedTotal), apart: z.int() }),
  }),
  async run(ctx, given) {
    const agreement = await placeOf(ctx.tx, given.agreement);
    ctx.authorise(agreement.scope);
    const bases = await baseRows(ctx, sql`c.agreement_id = ${agreement.id}`);
    const commitments = await shown(ctx, bases, readingDay(ctx, given));
    const living = commitments.filter((commitment) => commitment.state !== "withdrawn");
    const said = living.filter(({ announced }) => announced.figure.status !== "none");
    const announced = totalAnnounced(said.map((commitment) => commitment.announced.figure));
    return { agreement: agreement.reference, commitments, announced };
  },
});

/** One commitment by its reference. @throws `commitments.unknown` */
export const commitmentByReference = defineQuery({
  name: "commitments.by_reference",
  permission: "commitments.read",
  scope: "object",
  input: z.object({ commitment: commitmentReference, ...when }),
  output: commitmentShown,
  async run(ctx, given) {
    const agreement = await placeOf(ctx.tx, splitReference(given.commitment).agreement);
    ctx.authorise(agreement.scope);
    const { id } = await commitmentIn(ctx.tx, agreement, given.commitment);
    const bases = await baseRows(ctx, sql`c.id = ${id}`);
    const [found] = await shown(ctx, bases, readingDay(ctx, given));
    if (!found) throw new Error(`commitment ${given.commitment} vanished while it was read`);
    return found;
  },
});
