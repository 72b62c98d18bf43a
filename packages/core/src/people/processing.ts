// What the register of processing says of one processing (law 09-08).
import { z } from "zod";
import { plainDate } from "../kernel/index.ts";

const text = z.string().trim().min(1).max(600);
const inThreeLanguages = z.object({ fr: text, ar: text, en: text });

/** What may be held of a person: each kind of field has its own term. */
export const heldFields = ["identity", "contact", "evidence", "request", "complaint"] as const;
export type HeldField = (typeof heldFields)[number];

/** From when a term runs. */
export const termStarts = ["last_fact", "decided"] as const;

export const grounds = ["public_mission", "legal_duty", "consent"] as const;

export const processing = z.object({
  code: z.string().regex(/^[a-z][a-z_]{2,59}$/, "a code as follow_up"),
  label: inThreeLanguages,
  purpose: inThreeLanguages,
  ground: z.enum(grounds),
  groundText: inThreeLanguages,
  persons: inThreeLanguages,
  recipients: inThreeLanguages,
  data: z
    .array(
      z.object({
        field: z.enum(heldFields),
        months: z.int().min(1).max(600),
        after: z.enum(termStarts),
      }),
    )
    .min(1),
  cndp: z.object({
    kind: z.enum(["authorisation", "declaration", "none"]),
    /** The commission's number, once it has answered. */
    reference: z.string().trim().min(1).max(80).nullable(),
    on: plainDate.nullable(),
  }),
});
export type Processing = z.infer<typeof processing>;

export interface Term {
  readonly months: number;
  readonly after: (typeof termStarts)[number];
}

/** How long a field is kept: as long as the processing that needs it longest. */
export function termOf(field: HeldField, processings: readonly Processing[]): Term | null {
  const terms = processings.flatMap(({ data }) => data.filter((one) => one.field === field));
  return terms.reduce<Term | null>(
    (longest, term) => (longest === null || term.months > longest.months ? term : longest),
    null,
  );
}
