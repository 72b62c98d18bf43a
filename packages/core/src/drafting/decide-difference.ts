// Accepts or refuses one figure of a document that came back. Accepting changes the register by its own act; the next
// version of the text says it.
import { sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope, editAgreement } from "../agreements/index.ts";
import { commitmentByReference, editCommitment } from "../commitments/index.ts";
import { type ActContext, defineAct, firstRow, noteText } from "../kernel/index.ts";
import { draftingErrors } from "./errors.ts";
import type { FigureDifference } from "./match-return.ts";
import { proposeAmount, proposeTarget } from "./propose-figure.ts";
import { readDay, readNumber } from "./say.ts";
import { draftedAgreement } from "./store.ts";
import { returnReading } from "./take-return.ts";

/**
 * @throws `drafting.return_unknown`, `drafting.difference_unknown`, `drafting.decided_already`, `drafting.figure_unreadable`,
 * `drafting.mended_elsewhere` for what no figure is, and what the act refuses that changes the register
 */
export const decideDifference = defineAct({
  name: "drafting.decide_difference",
  permission: "drafting.write",
  scope: "object",
  input: z.object({
    return: z.uuid(),
    /** Its place among the figures of the reading, from 1. */
    number: z.int().min(1).max(1000),
    accept: z.boolean(),
    reason: noteText.trim().min(1).nullish(),
  }),
  output: z.object({ decision: z.enum(["accepted", "refused"]) }),
  async run(ctx, given) {
    const { agreement, difference } = await findDifference(ctx, given);
    const reason = given.reason ?? null;
    if (given.accept) await changeRegister(ctx, agreement, difference, reason);
    const decision = given.accept ? ("accepted" as const) : ("refused" as const);
    const written = await firstRow(
      ctx.tx,
      sql`
        insert into text_decisions (return_id, number, decision, reason, recorded_by_label, recorded_at)
        values (${given.return}, ${given.number}, ${decision}, ${reason}, ${ctx.actor.label}, ${ctx.clock.now()})
        on conflict do nothing returning return_id`,
    );
    if (written === undefined) throw draftingErrors.decided_already({ number: given.number });
    const { id } = await agreementOf(ctx.tx, agreement);
    await ctx.journal({ object: { kind: "agreement", id }, after: { ...difference, decision }, reason });
    return { decision };
  },
});

async function findDifference(ctx: ActContext, given: { readonly return: string; readonly number: number }) {
  const found = await firstRow(
    ctx.tx,
    sql<{ reading: string; id: string }>`
      select r.reading, v.agreement_id as id from text_returns r join text_versions v on v.id = r.version_id
      where r.id = ${given.return}`,
  );
  if (found === undefined) throw draftingErrors.return_unknown({ return: given.return });
  ctx.authorise(await agreementScope(ctx.tx, found));
  const { reference } = await draftedAgreement(ctx, found.id);
  const difference = returnReading.parse(JSON.parse(found.reading)).figures[given.number - 1];
  if (difference === undefined) throw draftingErrors.difference_unknown({ number: given.number });
  return { agreement: reference, difference };
}

/** The act that changes what the figure came from. */
async function changeRegister(
  ctx: ActContext,
  agreement: string,
  { key, read }: FigureDifference,
  reason: string | null,
) {
  const [thing = "", number = "", field = number] = key.split(".");
  const needed = (value: string | null): string => {
    if (value === null) throw draftingErrors.figure_unreadable({ read });
    return value;
  };
  if (thing === "commitment" && field === "quantity") {
    const quantity = Number(needed(readNumber(read)));
    await proposeTarget(ctx, { commitment: `${agreement}/${number}`, quantity, reason });
  } else if (thing === "contribution" && field === "amount") {
    await proposeAmount(ctx, {
      contribution: `${agreement}/M${number}`,
      amount: needed(readNumber(read)),
      reason,
    });
  } else if (thing === "commitment" && field === "deadline") {
    const commitment = `${agreement}/${number}`;
    const { revision } = await commitmentByReference(ctx, { commitment });
    await editCommitment(ctx, { commitment, revision, changes: { deadline: needed(readDay(read)) } });
  } else if (thing === "agreement" && (field === "from" || field === "to")) {
    const { revision } = await agreementOf(ctx.tx, agreement);
    const day = needed(readDay(read));
    await editAgreement(ctx, {
      agreement,
      revision,
      changes: field === "from" ? { periodFrom: day } : { periodTo: day },
    });
  } else throw draftingErrors.mended_elsewhere({ key });
}
