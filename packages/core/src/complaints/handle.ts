// What control does with a complaint: opens it, answers, decides.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, defineQuery, onlyRow, rows, space } from "../kernel/index.ts";
import { openBoxes, sealBox } from "../people/index.ts";
import { readEntries } from "./come-back.ts";
import { complaintErrors } from "./errors.ts";
import { decisions, states, told } from "./model.ts";
import { type ComplaintRow, complaintColumns, complaintOf, insertEntry, spaceOfComplaints } from "./store.ts";

const listed = z.object({
  space,
  number: z.string(),
  language: z.enum(["fr", "ar", "en"]),
  state: z.enum(states),
  decision: z.enum(decisions).nullable(),
  receivedAt: z.string(),
  decidedAt: z.string().nullable(),
  additions: z.int(),
});

/** The complaints of one space, the latest first, without their words. Not asked for: of the one in which one tells here. */
export const listComplaints = defineQuery({
  name: "complaints.list",
  permission: "complaints.read",
  input: z.object({
    space: space.optional(),
    state: z.enum(states).optional(),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({ complaints: z.array(listed), total: z.int() }),
  async run(ctx, { space: asked, state, offset }) {
    const of = asked ?? (await spaceOfComplaints(ctx.tx));
    const narrowed = sql`c.space = ${of} and (${state ?? null}::text is null or c.state = ${state ?? null})`;
    const found = await rows(
      ctx.tx,
      sql<ComplaintRow & { additions: number }>`
        select ${complaintColumns},
               (select count(*) from complaint_entries e where e.complaint_id = c.id and e.kind = 'addition') as additions
        from complaints c where ${narrowed}
        order by c.received_at desc, c.id desc limit 50 offset ${offset}`,
    );
    const { total } = await onlyRow(
      ctx.tx,
      sql<{ total: number }>`select count(*) as total from complaints c where ${narrowed}`,
    );
    return { complaints: found.map(({ id, box, ...row }) => row), total };
  },
});

const number = z.string().min(1).max(40);

/** The words of a complaint; that somebody read them is journalled. @throws `complaints.unknown` */
export const openComplaint = defineAct({
  name: "complaints.open",
  permission: "complaints.read",
  input: z.object({ number }),
  output: listed.omit({ additions: true }).extend({
    /** Null where the words were destroyed at their term. */
    told: told.nullable(),
    entries: z.array(
      z.object({ kind: z.enum(["addition", "answer"]), at: z.string(), text: z.string().nullable() }),
    ),
  }),
  async run(ctx, given) {
    const { id, box, ...row } = await complaintOf(ctx.tx, given.number);
    const content = box === null ? undefined : (await openBoxes(ctx, [box])).get(box);
    await ctx.journal({ object: { kind: "complaint", id: row.number }, after: { opened: true } });
    return {
      ...row,
      told: content === undefined ? null : told.parse(content),
      entries: await readEntries(ctx, id),
    };
  },
});

/**
 * Answers the person, who reads it with her receipt; with a decision the complaint is decided.
 * @throws `complaints.unknown`, `complaints.decided_already`, `complaints.forgotten`
 */
export const answerComplaint = defineAct({
  name: "complaints.answer",
  permission: "complaints.handle",
  input: z.object({
    number,
    text: z.string().trim().min(3).max(4000),
    decision: z.enum(decisions).optional(),
  }),
  output: z.object({ state: z.enum(states) }),
  async run(ctx, given) {
    const complaint = await complaintOf(ctx.tx, given.number);
    if (complaint.box === null) throw complaintErrors.forgotten({ number: given.number });
    if (complaint.decision !== null) throw complaintErrors.decided_already({ number: given.number });
    const box = await sealBox(ctx, { text: given.text });
    await insertEntry(ctx, { complaint: complaint.id, kind: "answer", box });
    const state = given.decision === undefined ? "examined" : "decided";
    await sql`
      update complaints set state = ${state}, decision = ${given.decision ?? null},
             decided_at = ${given.decision === undefined ? null : ctx.clock.now()}
      where id = ${complaint.id}`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "complaint", id: complaint.number },
      before: { state: complaint.state },
      after: { state, decision: given.decision ?? null },
    });
    return { state } as const;
  },
});
