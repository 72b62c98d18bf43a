// Marks a version as sent to the partner or to a lawyer. It is refused while something mandatory is missing, and when the
// register has moved on since: what is sent says what the register says.
import { sql } from "kysely";
import { z } from "zod";
import { dayOf, defineAct, keyText, lineText, messageReference, plainDate } from "../kernel/index.ts";
import { assembleText } from "./assemble-text.ts";
import { bookOf } from "./books.ts";
import { draftingErrors } from "./errors.ts";
import { factsOf } from "./facts.ts";
import { missingOf } from "./missing.ts";
import { changedFigures } from "./moved.ts";
import { choicesOf, contentOf, draftedAgreement, versionOf } from "./store.ts";

export const sentTo = z.enum(["partner", "lawyer"]);

/** @throws `drafting.incomplete`, `drafting.figures_moved`, `drafting.version_unknown`, what `draftedAgreement` refuses */
export const send = defineAct({
  name: "drafting.send",
  permission: "drafting.send",
  scope: "object",
  input: z.object({
    agreement: keyText,
    version: z.int().min(1).max(32_767),
    to: sentTo,
    on: plainDate.optional(),
    note: lineText.trim().min(1).nullish(),
  }),
  output: z.object({ version: z.int(), sentOn: plainDate }),
  async run(ctx, given) {
    const agreement = await draftedAgreement(ctx, given.agreement);
    const row = await versionOf(ctx.tx, agreement, given.version);
    const { choices, book } = await choicesOf(ctx.tx, agreement);
    const facts = await factsOf(ctx, agreement.id);
    const lacking = missingOf(facts, choices, book).filter(({ mandatory }) => mandatory);
    if (lacking.length > 0) {
      const said = lacking.map(({ code, name, about }) =>
        messageReference("drafting", `missing.${code}`, { name: name ?? "", about: about ?? "" }),
      );
      throw draftingErrors.incomplete({ count: lacking.length, missing: said });
    }
    const frozen = contentOf(row);
    const begun = await bookOf(ctx.tx, agreement.space, frozen.choices.templateVersion);
    const moved = changedFigures(frozen, assembleText(facts, frozen.choices, begun));
    if (moved.length > 0) throw draftingErrors.figures_moved({ version: row.number, count: moved.length });
    const sentOn = given.on ?? dayOf(ctx.clock.now(), ctx.timeZone);
    await sql`
      insert into text_sendings (id, version_id, sent_to, sent_on, note, recorded_by_label, recorded_at)
      values (${ctx.ids.next()}, ${row.id}, ${given.to}, ${sentOn}, ${given.note ?? null}, ${ctx.actor.label},
              ${ctx.clock.now()})`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      after: { version: row.number, hash: row.hash, sent_to: given.to, sent_on: sentOn },
    });
    await ctx.emit({
      type: "drafting.sent",
      objectId: agreement.id,
      payload: { version: row.number, to: given.to },
    });
    return { version: row.number, sentOn };
  },
});
