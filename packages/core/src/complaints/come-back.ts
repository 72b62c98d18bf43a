// With her receipt the person reads the state and the answers, and adds something.
import { z } from "zod";
import { type ActContext, defineAct } from "../kernel/index.ts";
import { openBoxes, sealBox } from "../people/index.ts";
import { complaintErrors } from "./errors.ts";
import { decisions, receipt, receiptHash, states } from "./model.ts";
import { complaintByReceipt, entriesOf, insertEntry } from "./store.ts";

const seen = z.object({
  number: z.string(),
  state: z.enum(states),
  decision: z.enum(decisions).nullable(),
  receivedAt: z.string(),
  /** What she added, and what was answered; null where the words were destroyed at their term. */
  entries: z.array(
    z.object({ kind: z.enum(["addition", "answer"]), at: z.string(), text: z.string().nullable() }),
  ),
});

export const entryText = z.object({ text: z.string() });

/** @throws `complaints.receipt_unknown` */
export const followComplaint = defineAct({
  name: "complaints.follow",
  permission: "complaints.lodge",
  input: z.object({ receipt }),
  output: seen,
  async run(ctx, given) {
    const complaint = await complaintByReceipt(ctx.tx, receiptHash(given.receipt));
    const { number, state, decision, receivedAt } = complaint;
    await ctx.journal({ object: { kind: "complaint", id: number }, after: { followed: true } });
    return { number, state, decision, receivedAt, entries: await readEntries(ctx, complaint.id) };
  },
});

/** @throws `complaints.receipt_unknown`, `complaints.too_many_additions`, `complaints.forgotten` */
export const addToComplaint = defineAct({
  name: "complaints.add",
  permission: "complaints.lodge",
  input: z.object({ receipt, text: z.string().trim().min(3).max(4000) }),
  output: z.object({ number: z.string() }),
  async run(ctx, given) {
    const { id, number, box } = await complaintByReceipt(ctx.tx, receiptHash(given.receipt));
    if (box === null) throw complaintErrors.forgotten({ number });
    if ((await entriesOf(ctx.tx, id)).length >= 50) throw complaintErrors.too_many_additions({ number });
    const added = await sealBox(ctx, { text: given.text });
    await insertEntry(ctx, { complaint: id, kind: "addition", box: added });
    await ctx.journal({ object: { kind: "complaint", id: number }, after: { added: true } });
    return { number };
  },
});

/** The entries of a complaint with their words. */
export async function readEntries(ctx: ActContext, complaint: string) {
  const entries = await entriesOf(ctx.tx, complaint);
  const boxes = await openBoxes(
    ctx,
    entries.flatMap(({ box }) => box ?? []),
  );
  return entries.map(({ kind, at, box }) => {
    const content = box === null ? undefined : boxes.get(box);
    return { kind, at, text: content === undefined ? null : entryText.parse(content).text };
  });
}
