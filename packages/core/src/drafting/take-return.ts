// Takes back a Word document that a lawyer corrected. Other words become a new version of the text at once; other figures
// wait to be accepted one by one, because a text follows the register and never the other way round.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, canonicalJson, defineAct, keyText, lineText } from "../kernel/index.ts";
import { draftingErrors } from "./errors.ts";
import { freezeNow } from "./freeze.ts";
import { figureDifference, type Match, matchReturn, reworded, unplaced } from "./match-return.ts";
import { type Choices, type TextLanguage, textLanguage, type Wording } from "./model.ts";
import { readDocx } from "./read-docx.ts";
import { choicesOf, contentOf, draftedAgreement, keepChoices, versionOf } from "./store.ts";
import { templateOf } from "./templates.ts";

export const returnReading = z.object({
  reworded: z.array(reworded),
  figures: z.array(figureDifference),
  unplaced: z.array(unplaced),
  inserted: z.int(),
  deleted: z.int(),
});
export type ReturnReading = z.infer<typeof returnReading>;

/**
 * @throws `drafting.document_unreadable`, `drafting.other_text` when the document says that it is of another agreement,
 * `drafting.two_languages`, `drafting.version_unknown`, `drafting.language_absent`, what `draftedAgreement` refuses
 */
export const takeReturn = defineAct({
  name: "drafting.take_return",
  permission: "drafting.write",
  scope: "object",
  input: z.object({
    agreement: keyText,
    /** Where the document does not say which version it is. */
    version: z.int().min(1).max(32_767).optional(),
    language: textLanguage.optional(),
    fileName: lineText.trim().min(1),
    fileBase64: z.base64(),
  }),
  output: z.object({
    return: z.uuid(),
    /** The version that has its words; null when it changed none. */
    version: z.int().nullable(),
    reworded: z.int(),
    figures: z.int(),
    unplaced: z.int(),
  }),
  async run(ctx, given) {
    const agreement = await draftedAgreement(ctx, given.agreement);
    const bytes = Buffer.from(given.fileBase64, "base64");
    const read = readDocx(bytes);
    const [of, number, language] = read.mark?.split(";") ?? [];
    if (of !== undefined && /^[A-Z0-9-]{3,32}$/.test(of) && of !== agreement.reference)
      throw draftingErrors.other_text({ agreement: agreement.reference, other: of });
    // what was made to be read has two texts in a table, and nothing in it is known again
    if (language === "both") throw draftingErrors.two_languages({ agreement: agreement.reference });
    const version = given.version ?? Number(number);
    if (!Number.isInteger(version)) throw draftingErrors.version_not_said({ agreement: agreement.reference });
    const row = await versionOf(ctx.tx, agreement, version);
    const content = contentOf(row);
    const wanted = given.language ?? (language === "ar" ? "ar" : "fr");
    const text = content.texts.find((one) => one.language === wanted);
    if (text === undefined)
      throw draftingErrors.language_absent({ agreement: agreement.reference, version, language: wanted });
    const match = matchReturn(text, read);
    const { choices, book } = await choicesOf(ctx.tx, agreement);
    const { optional } = templateOf(book, choices.template);
    const taken = withWords(choices, content.choices, match, wanted, new Set(optional));
    const made = taken.isChanged ? await freezeWith(ctx, agreement, taken.choices, given.fileName) : null;
    const reading: ReturnReading = {
      ...{
        reworded: [...match.reworded],
        figures: [...match.figures],
        inserted: read.inserted,
        deleted: read.deleted,
      },
      unplaced: [...match.unplaced, ...taken.overtaken],
    };
    const id = ctx.ids.next();
    await sql`
      insert into text_returns (id, space, version_id, language, file_name, file_hash, reading, made_version,
                                recorded_by_label, recorded_at)
      values (${id}, ${agreement.space}, ${row.id}, ${wanted}, ${given.fileName}, ${await ctx.files.put(bytes)},
              ${canonicalJson(reading)}, ${made}, ${ctx.actor.label}, ${ctx.clock.now()})`.execute(ctx.tx);
    const told = { reworded: match.reworded.length + match.added.length, figures: match.figures.length };
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      after: { returned: given.fileName, version, made, ...told },
    });
    return { return: id, version: made, ...told, unplaced: reading.unplaced.length };
  },
});

async function freezeWith(
  ctx: ActContext,
  agreement: Parameters<typeof freezeNow>[1],
  choices: Choices,
  name: string,
) {
  await keepChoices(ctx, agreement, choices);
  return (await freezeNow(ctx, agreement, name)).version;
}

const wordsOf = ({ wordings }: Choices, clause: string, language: TextLanguage): string =>
  JSON.stringify(wordings.find((one) => one.clause === clause && one.language === language) ?? null);

/** The lawyer's words; a clause that somebody worded meanwhile keeps those, and the lawyer's are listed. */
function withWords(
  now: Choices,
  then: Choices,
  match: Match,
  language: TextLanguage,
  optional: ReadonlySet<string>,
) {
  const isFree = (clause: string) => wordsOf(now, clause, language) === wordsOf(then, clause, language);
  const taken = match.reworded.filter(({ clause }) => isFree(clause));
  const overtaken = match.reworded
    .filter(({ clause }) => !isFree(clause))
    .map(({ clause, paragraphs }) => ({ kind: "overtaken" as const, clause, words: paragraphs.join("\n") }));
  const isStruck = (clause: string) =>
    taken.some((one) => one.clause === clause && one.paragraphs.length === 0);
  const last = Math.max(0, ...now.own.map(({ key }) => Number(key.slice("own-".length))));
  const added = match.added.map((one, at) => ({ ...one, key: `own-${last + at + 1}` }));
  const by = "lawyer" as const;
  const words: Wording[] = [
    ...taken.map(({ clause, title, paragraphs }) => ({ clause, language, title, paragraphs, by })),
    ...added.map(({ key, title, paragraphs }) => ({
      clause: key,
      language,
      title,
      paragraphs: [...paragraphs],
      by,
    })),
  ];
  const kept = now.wordings.filter(
    (one) => one.language !== language || !words.some(({ clause }) => clause === one.clause),
  );
  return {
    overtaken,
    isChanged: words.length > 0,
    choices: {
      ...now,
      wordings: [...kept, ...words],
      own: [...now.own, ...added.map(({ key, after }) => ({ key, after }))],
      // an optional clause that was struck out of the only text is simply not chosen any more
      optional:
        now.languages.length > 1
          ? now.optional
          : now.optional.filter((key) => !(optional.has(key) && isStruck(key))),
    },
  };
}
