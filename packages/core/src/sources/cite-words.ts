// Words of a document with what they give, for an act that joins them to what it touches: the passage, the assertion and
// the link are written together or not at all.
import type { z } from "zod";
import type { ActContext } from "../kernel/index.ts";
import { assertValue } from "./assert-value.ts";
import { sourceErrors } from "./errors.ts";
import { assertedFields } from "./model.ts";
import { quotedPassage, quotePassage } from "./quote-passage.ts";

/** A passage of a document and the value that a person reads in it, as it stands there. */
export const citedWords = assertedFields
  .omit({ passageId: true, topic: true, how: true, why: true })
  .extend({ passage: quotedPassage });
export type CitedWords = z.output<typeof citedWords>;

interface Cited {
  readonly assertions: readonly { readonly assertion: string; readonly field: string }[];
  readonly words?: CitedWords | null | undefined;
}

/**
 * The links that an act was given, and the one that its words become. Who quotes must hold `sources.record`.
 * @param about what the words give: the topic of the assertion, and the field under which it is linked
 * @throws `sources.nothing_cited`, and what `quotePassage` and `assertValue` throw
 */
export async function citedBy(
  ctx: ActContext,
  { assertions, words }: Cited,
  about: { readonly topic: string; readonly field: string },
): Promise<{ assertion: string; field: string }[]> {
  if (!words && assertions.length === 0) throw sourceErrors.nothing_cited();
  const given = assertions.map(({ assertion, field }) => ({ assertion, field }));
  if (!words) return given;
  const { passage, ...value } = words;
  const { id: passageId } = await quotePassage(ctx, { ...passage, documentId: value.documentId });
  const { id } = await assertValue(ctx, { ...value, passageId, topic: about.topic, how: "literal" });
  return [...given, { assertion: id, field: about.field }];
}
