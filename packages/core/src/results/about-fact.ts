// An entry that points to a fact: its withdrawal or a verification.
import { sql } from "kysely";
import { type ActContext, onlyRow } from "../kernel/index.ts";
import { errorNamed } from "./errors.ts";
import { post } from "./refusals.ts";

export interface AboutFact {
  readonly fact: string;
  readonly kind: "withdrawn" | "verified";
  readonly evidence: number | null;
  readonly matchedWith: string | null;
  readonly reason: string | null;
}

const problems: Readonly<Record<string, string>> = { withdrawn: "withdrawn_already" };

/** Writes the entry, its journal row and the totals. @throws `results.withdrawn_already`, `own_record`, `not_raised` */
export async function enterAboutFact(ctx: ActContext, entry: AboutFact): Promise<void> {
  const { fact, kind, evidence, matchedWith, reason } = entry;
  const journalId = await ctx.journal({
    object: { kind: "fact", id: fact },
    after: kind === "verified" ? { evidence, matchedWith } : { withdrawn: true },
    reason,
  });
  const { problem } = await post(
    () =>
      onlyRow(
        ctx.tx,
        sql<{ problem: string | null }>`
          select enter_about_fact(row(${ctx.ids.next()}::uuid, null, ${fact}::uuid, ${kind}::text,
            ${evidence}::smallint, ${matchedWith}::text, ${reason}::text, ${ctx.actor.id}::text,
            ${ctx.clock.now()}::timestamptz, ${journalId}::uuid)::fact_entries) as problem`,
      ),
    false,
  );
  if (problem !== null) throw errorNamed(problems[problem] ?? problem, fact);
}
