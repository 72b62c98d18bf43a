import { sql } from "kysely";
import { z } from "zod";
import { agreementInSpace } from "../agreements/index.ts";
import { defineAct, kernelErrors, keyText, lineText, noteText, plainDate } from "../kernel/index.ts";
import { diagnosisErrors } from "./errors.ts";
import { diagnosisReference } from "./model.ts";
import { changed, writableDiagnosis } from "./store.ts";

/**
 * Changes what stands over a diagnosis: title, agreement, method, days.
 * @throws `diagnosis.not_now`, `diagnosis.days_reversed`, `agreements.unknown`, `kernel.edited_meanwhile`
 */
export const reviseDiagnosis = defineAct({
  name: "diagnosis.revise",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({
    diagnosis: diagnosisReference,
    revision: z.int().min(1),
    title: lineText.trim().min(3),
    titleAr: lineText.trim().min(3).nullable().default(null),
    agreement: keyText.nullable().default(null),
    method: noteText.trim().min(3),
    startsOn: plainDate.nullable().default(null),
    endsOn: plainDate.nullable().default(null),
  }),
  output: z.object({ reference: diagnosisReference, revision: z.int() }),
  async run(ctx, given) {
    const before = await writableDiagnosis(ctx, given.diagnosis, "head");
    if (before.revision !== given.revision) throw kernelErrors.edited_meanwhile();
    const { title, titleAr, method, startsOn, endsOn } = given;
    if (startsOn !== null && endsOn !== null && endsOn < startsOn)
      throw diagnosisErrors.days_reversed({ from: startsOn, to: endsOn });
    const agreement = given.agreement && (await agreementInSpace(ctx.tx, before.space, given.agreement));
    const after = {
      ...{ title, title_ar: titleAr, method, starts_on: startsOn, ends_on: endsOn },
      agreement_id: agreement ? agreement.id : null,
    };
    await sql`
      update diagnoses set title = ${title}, title_ar = ${titleAr}, method = ${method}, starts_on = ${startsOn},
                           ends_on = ${endsOn}, agreement_id = ${after.agreement_id}
      where id = ${before.id}`.execute(ctx.tx);
    await changed(ctx, before, { before, after });
    return { reference: before.reference, revision: before.revision + 1 };
  },
});
