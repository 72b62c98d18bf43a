import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, onlyRow } from "../kernel/index.ts";
import { sealBox } from "../people/index.ts";
import { complaintErrors } from "./errors.ts";
import { makeReceipt, receiptHash, told } from "./model.ts";
import { nextNumber, spaceOfComplaints } from "./store.ts";

/** So many in an hour from everybody together are an attack, not people. */
const hourly = 120;

/**
 * Takes a complaint in. The receipt is given once and kept nowhere; the words go into a sealed box, and the journal says
 * that a complaint came, not what it says. @throws `complaints.too_many`
 */
export const lodgeComplaint = defineAct({
  name: "complaints.lodge",
  permission: "complaints.lodge",
  input: told.extend({ language: z.enum(["fr", "ar", "en"]) }),
  output: z.object({ number: z.string(), receipt: z.string() }),
  async run(ctx, { language, ...content }) {
    await refuseFlood(ctx);
    const number = await nextNumber(ctx);
    const receipt = makeReceipt();
    const id = ctx.ids.next();
    const space = await spaceOfComplaints(ctx.tx);
    const box = await sealBox(ctx, content);
    await sql`
      insert into complaints (id, space, number, receipt_hash, language, state, box_id, received_at)
      values (${id}, ${space}, ${number}, ${receiptHash(receipt)}, ${language}, 'received', ${box}, ${ctx.clock.now()})
    `.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "complaint", id: number },
      after: { space, language, state: "received" },
    });
    return { number, receipt };
  },
});

async function refuseFlood(ctx: ActContext): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - 3_600_000);
  const { count } = await onlyRow(
    ctx.tx,
    sql<{ count: number }>`select count(*) from complaints where received_at > ${since}`,
  );
  if (count >= hourly) throw complaintErrors.too_many();
}
