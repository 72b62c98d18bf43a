import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { editionInput, makeEdition } from "./make-edition.ts";
import { keepEdition, takeTurn } from "./store.ts";

/**
 * Publishes an edition, or an extract that answers one question: a frozen set of tables with a number and a hash, of which
 * nothing ever changes. What is not told is worked out once, here. @throws as `makeEdition`
 */
export const publish = defineAct({
  name: "publishing.publish",
  permission: "publishing.publish",
  input: editionInput,
  output: z.object({ number: z.int(), hash: z.string(), promises: z.int(), hidden: z.int() }),
  async run(ctx, given) {
    await takeTurn(ctx.tx);
    const { content, kept } = await makeEdition(ctx, given);
    const hash = await keepEdition(ctx, content, kept);
    const { number, kind, title, asOf, knownOn, supersedes, promises } = content;
    await ctx.journal({
      object: { kind: "edition", id: String(number) },
      after: { kind, title, space: given.space, asOf, knownOn, supersedes, promises: promises.length, hash },
    });
    return { number, hash, promises: promises.length, hidden: kept.hidden.size };
  },
});
