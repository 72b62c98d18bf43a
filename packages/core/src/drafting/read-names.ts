// GET: what a clause of an agreement's text may ask the register for, in words, with what the text would say.
import { z } from "zod";
import { defineQuery, keyText } from "../kernel/index.ts";
import { draftingErrors } from "./errors.ts";
import { factsOf } from "./facts.ts";
import { askable, askableList, listsIn, namesIn } from "./names.ts";
import { choicesOf, isDrafted, readAgreement } from "./store.ts";

/** @throws `agreements.unknown`, `drafting.not_drafted` */
export const readNames = defineQuery({
  name: "drafting.names",
  permission: "drafting.read",
  scope: "object",
  input: z.object({ agreement: keyText }),
  output: z.object({ names: z.array(askable), lists: z.array(askableList) }),
  async run(ctx, given) {
    const agreement = await readAgreement(ctx, given.agreement);
    if (!isDrafted(agreement)) throw draftingErrors.not_drafted({ agreement: agreement.reference });
    const { choices } = await choicesOf(ctx.tx, agreement);
    const facts = await factsOf(ctx, agreement.id);
    return { names: namesIn(facts, choices), lists: listsIn(facts) };
  },
});
