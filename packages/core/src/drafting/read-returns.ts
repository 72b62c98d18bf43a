// The documents that came back: what each changed, and what was decided of its figures.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, keyText, rows } from "../kernel/index.ts";
import { figureDifference } from "./match-return.ts";
import { textLanguage } from "./model.ts";
import { readAgreement } from "./store.ts";
import { returnReading } from "./take-return.ts";

const decision = z.object({
  number: z.int(),
  decision: z.enum(["accepted", "refused"]),
  reason: z.string().nullable(),
  by: z.string(),
});
const returnShown = z.object({
  id: z.uuid(),
  version: z.int(),
  language: textLanguage,
  fileName: z.string(),
  by: z.string(),
  at: z.string(),
  madeVersion: z.int().nullable(),
  reading: returnReading.extend({
    figures: z.array(
      figureDifference.extend({ number: z.int(), mayAccept: z.boolean(), decision: decision.nullable() }),
    ),
  }),
});

/** Figures that an act of the register changes; a name or a rhythm is mended where it is recorded. */
const accepted = /^(commitment\.\d+\.(quantity|deadline)|contribution\.\d+\.amount|agreement\.(from|to))$/;

/** @throws `agreements.unknown` */
export const readReturns = defineQuery({
  name: "drafting.returns",
  permission: "drafting.read",
  scope: "object",
  input: z.object({ agreement: keyText }),
  output: z.object({ returns: z.array(returnShown) }),
  async run(ctx, given) {
    const agreement = await readAgreement(ctx, given.agreement);
    const found = await rows(
      ctx.tx,
      sql<
        Omit<z.infer<typeof returnShown>, "reading"> & {
          reading: string;
          decisions: z.infer<typeof decision>[];
        }
      >`
        select r.id, v.number as version, r.language, r.file_name as "fileName", r.recorded_by_label as by,
               to_json(r.recorded_at) #>> '{}' as at, r.made_version as "madeVersion", r.reading,
               coalesce((select json_agg(json_build_object('number', d.number, 'decision', d.decision,
                                                           'reason', d.reason, 'by', d.recorded_by_label))
                         from text_decisions d where d.return_id = r.id), '[]') as decisions
        from text_returns r join text_versions v on v.id = r.version_id
        where v.agreement_id = ${agreement.id} order by r.recorded_at desc, r.id desc`,
    );
    return {
      returns: found.map(({ reading, decisions, ...one }) => {
        const read = returnReading.parse(JSON.parse(reading));
        const figures = read.figures.map((figure, at) => ({
          ...{ ...figure, number: at + 1, mayAccept: accepted.test(figure.key) },
          decision: decisions.find(({ number }) => number === at + 1) ?? null,
        }));
        return { ...one, reading: { ...read, figures } };
      }),
    };
  },
});
