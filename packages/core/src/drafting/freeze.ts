// Freezes an agreement's text as it stands in the register now: a version with a number and a hash, which never changes.
import { sql } from "kysely";
import { z } from "zod";
import type { AgreementRow } from "../agreements/index.ts";
import { type ActContext, defineAct, keyText, lineText } from "../kernel/index.ts";
import { assembleText } from "./assemble-text.ts";
import { draftingErrors } from "./errors.ts";
import { factsOf } from "./facts.ts";
import { missingOf } from "./missing.ts";
import { choicesOf, draftedAgreement, keepChoices, sealed, versionsOf } from "./store.ts";

export const versionMade = z.object({ version: z.int(), hash: z.string(), missing: z.int() });

/** @throws `drafting.nothing_changed` with the version that has this very text; what `draftedAgreement` refuses */
export const freeze = defineAct({
  name: "drafting.freeze",
  permission: "drafting.write",
  scope: "object",
  input: z.object({ agreement: keyText, note: lineText.trim().min(1).nullish() }),
  output: versionMade,
  run: async (ctx, given) => freezeNow(ctx, await draftedAgreement(ctx, given.agreement), given.note ?? null),
});

export async function freezeNow(ctx: ActContext, agreement: AgreementRow, note: string | null) {
  const { choices, book, revision } = await choicesOf(ctx.tx, agreement);
  const facts = await factsOf(ctx, agreement.id);
  const content = assembleText(facts, choices, book);
  const { text, hash } = sealed(content);
  const [last] = await versionsOf(ctx.tx, agreement.id);
  if (last?.hash === hash) throw draftingErrors.nothing_changed({ version: last.number });
  // what was frozen was begun: a later template does not change it any more
  if (revision === 0) await keepChoices(ctx, agreement, choices);
  const missing = missingOf(facts, choices, book, content).filter(({ mandatory }) => mandatory).length;
  const version = (last?.number ?? 0) + 1;
  await sql`
    insert into text_versions (id, space, agreement_id, number, hash, content, note, missing, recorded_by_label,
                               recorded_at)
    values (${ctx.ids.next()}, ${agreement.space}, ${agreement.id}, ${version}, ${hash}, ${text}, ${note}, ${missing},
            ${ctx.actor.label}, ${ctx.clock.now()})`.execute(ctx.tx);
  await ctx.journal({
    object: { kind: "agreement", id: agreement.id },
    after: { version, hash, missing, note },
  });
  await ctx.emit({ type: "drafting.frozen", objectId: agreement.id, payload: { version } });
  return { version, hash, missing };
}
