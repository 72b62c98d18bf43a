// What a source tells of a result: the input of one recording and of a row of a file, and the cells that PostgreSQL
// reads of it (`told_result` in migrations/0014_told.sql).
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { ageOn, type Context, type KeyRing, plainDate, scopesOf } from "../kernel/index.ts";
import { documentOf, sealedDocument } from "../people/index.ts";
import { resultErrors } from "./errors.ts";
import { marginColumns } from "./margins.ts";
import { ageBandOf } from "./model.ts";

const codes = <Dimension extends keyof typeof marginColumns>(dimension: Dimension) =>
  z.enum(Object.keys(marginColumns[dimension]) as [keyof (typeof marginColumns)[Dimension] & string]);

export const commitmentKey = z
  .string()
  .regex(
    /^([A-Z0-9-]{3,32}\/[1-9][0-9]{0,4}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
    "a commitment's reference, as FES-MEKNES-1/2, or its id",
  );

const shortText = z.string().trim().min(1).max(200);

export const subjectTold = z.union([
  z.object({ id: z.uuid() }).strict(),
  z.object({ document: documentOf }).strict(),
  z.object({ thing: shortText }).strict(),
]);

export const toldResult = z.object({
  commitment: commitmentKey,
  /** A person by her subject id or document, or the thing itself by its own id in the source. */
  subject: subjectTold,
  indicator: z.string().min(1).max(60).optional(),
  date: plainDate,
  /** `abroad:XX`, a territory's code or `scheme:code`, or `unknown`. */
  place: shortText.default("unknown"),
  sex: codes("sex").default("U"),
  birthDate: plainDate.optional(),
  age: z.int().min(0).max(130).optional(),
  ageBand: codes("age").optional(),
  education: codes("education").default("U"),
  /** Without it: that of the commune, if the place is one. */
  milieu: codes("milieu").optional(),
  segments: z.array(z.string().min(1).max(60)).max(20).default([]),
  quantity: z.int().min(1).max(1_000_000).default(1),
  /** The evidence that the recorder claims; the fact stands at E1 until somebody else verifies it. */
  claimed: z.int().min(1).max(4).default(1),
  evidenceFile: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "the SHA-256 of a stored file")
    .optional(),
  evidenceReference: shortText.optional(),
  externalId: shortText.optional(),
  note: z.string().trim().min(1).max(2000).optional(),
});
export type ToldResult = z.output<typeof toldResult>;

/** The code of the sending system. */
export const sourceCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, "a code as anapec-si or partner.akwa");

// A CIN is a whole word of one or two letters and five to seven digits; it belongs in the vault and nowhere else.
const likeCin = /\b[A-Z]{1,2}[0-9]{5,7}\b/;

/** The names of the texts that hold what looks like a CIN. */
export function namesLikeCin(texts: Readonly<Record<string, string | null | undefined>>): string[] {
  return Object.entries(texts).flatMap(([name, text]) => (text && likeCin.test(text) ? [name] : []));
}

/** @throws `results.looks_like_cin` */
export function refuseCin(texts: Readonly<Record<string, string | null | undefined>>): void {
  const fields = namesLikeCin(texts);
  if (fields.length > 0) throw resultErrors.looks_like_cin({ fields });
}

/** The free texts of a told result, by field. */
export const textsOf = (told: Pick<ToldResult, "note" | "evidenceReference" | "externalId" | "subject">) => ({
  note: told.note,
  evidenceReference: told.evidenceReference,
  externalId: told.externalId,
  thing: "thing" in told.subject ? told.subject.thing : undefined,
});

/** The cells of a told result, in the order of `told_result`. */
export function cellsOf(told: ToldResult, keys: KeyRing | undefined): readonly unknown[] {
  const age = told.age ?? (told.birthDate === undefined ? null : ageOn(told.birthDate, told.date));
  const { subject } = told;
  return [
    told.commitment,
    "id" in subject ? subject.id : null,
    "document" in subject ? sealedDocument(keys, subject.document) : null,
    "thing" in subject ? subject.thing : null,
    told.indicator ?? null,
    told.date,
    told.place,
    told.sex,
    age,
    told.ageBand ?? ageBandOf(age),
    told.education,
    told.milieu ?? null,
    [...new Set(told.segments)].sort(),
    told.quantity,
    told.claimed,
    told.evidenceFile ?? null,
    told.evidenceReference ?? null,
    told.externalId ?? null,
    told.note ?? null,
    null,
  ];
}

const casts = (
  "text uuid bytea text text date text char smallint text text char text[] bigint smallint text text text " +
  "text integer"
).split(" ");

/** A told result as a value of PostgreSQL. */
export function toldRow(told: ToldResult, keys: KeyRing | undefined): RawBuilder<unknown> {
  const cells = cellsOf(told, keys).map((cell, index) => sql`${cell}::${sql.raw(casts[index] ?? "text")}`);
  return sql`row(${sql.join(cells)})::told_result`;
}

/** Who records, when, by which act, from which source: a value of PostgreSQL's `recording`. */
export function recordingRow(
  ctx: Context,
  on: { act: string; space?: string; source?: string; reason?: string },
): RawBuilder<unknown> {
  const keyNumber = ctx.keys?.current ?? 0;
  return sql`row(${on.space ?? null}::text, ${on.source ?? null}::text, ${on.act}::text, ${ctx.actor.id}::text,
                 ${ctx.actor.label}::text, ${ctx.clock.now()}::timestamptz, ${keyNumber}::smallint,
                 ${on.reason ?? null}::text, ${scopesOf(ctx.actor)}::text)::recording`;
}
