// Loads a later version of the templates beside those that there are. Texts that were begun keep theirs.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, noteText, type Space, space } from "../kernel/index.ts";
import { bookOf, newestVersion } from "./books.ts";
import { draftingErrors } from "./errors.ts";
import { templateKinds, textLanguages } from "./model.ts";
import { lists, unknownNames } from "./patterns.ts";
import { type BookContent, bookContent, firstBook, sealedBook } from "./templates.ts";

/** What no agreement may lack, of whatever version: who promises what, and what the law asks. */
const always = [
  ...["parties", "commitments", "responsibilities", "no_fee", "governance", "reports", "evaluation"],
  ...["data_protection", "duration", "signatures"],
];

/**
 * @throws `drafting.template_incomplete` with the clauses that a kind of partner or a language lacks,
 * `drafting.template_names` for a clause that asks for what nobody knows or not for the same in both languages,
 * `drafting.template_same` when the newest version says the very same
 */
export const loadTemplate = defineAct({
  name: "drafting.load_template",
  permission: "drafting.template",
  input: z.object({ space, content: bookContent, reason: noteText.trim().min(3) }),
  output: z.object({ version: z.int(), hash: z.string() }),
  async run(ctx, { space: where, content, reason }) {
    requireWhole(content);
    requireNames(content);
    // two at once would take one number
    await sql`select pg_advisory_xact_lock(hashtextextended('text_templates', 0))`.execute(ctx.tx);
    const newest = await newestVersion(ctx.tx, where);
    const { text, hash } = sealedBook(content);
    await requireOther(ctx, where, newest, hash);
    const version = newest + 1;
    await sql`
      insert into text_templates (space, version, dated, hash, content, reason, recorded_by_label, recorded_at)
      values (${where}, ${version}, ${content.date}, ${hash}, ${text}, ${reason}, ${ctx.actor.label}, ${ctx.clock.now()})`.execute(
      ctx.tx,
    );
    await ctx.journal({
      object: { kind: "text_template", id: `${where} ${version}` },
      after: { space: where, version, hash },
      reason,
    });
    return { version, hash };
  },
});

function requireWhole(content: BookContent): void {
  const lacking = [
    ...templateKinds.flatMap((kind) => {
      const { mandatory, optional } = content.kinds[kind];
      const unplaced = [...mandatory, ...optional].filter((key) => !content.order.includes(key));
      return [...always.filter((key) => !mandatory.includes(key)), ...unplaced].map(
        (key) => `${kind}: ${key}`,
      );
    }),
    ...textLanguages.flatMap((language) => [
      ...content.order
        .filter((key) => content[language].clauses[key] === undefined)
        .map((key) => `${language}: ${key}`),
      ...Object.keys(firstBook[language].phrases)
        .filter((key) => content[language].phrases[key] === undefined)
        .map((key) => `${language}: phrases.${key}`),
    ]),
  ];
  if (lacking.length > 0) throw draftingErrors.template_incomplete({ missing: lacking.slice(0, 20) });
}

function requireNames({ order, fr, ar }: BookContent): void {
  for (const clause of order) {
    const [french, arabic] = [fr, ar].map(({ clauses }) => clauses[clause]?.text ?? []);
    const asked = (lines: readonly string[] = []) =>
      lines.map((line) => (line.match(/\{[^}]*\}/g) ?? []).sort().join(" "));
    const strange = [...(french ?? []), ...(arabic ?? [])].flatMap(unknownNames)[0];
    const differ = asked(french).join("\n") !== asked(arabic).join("\n");
    if (strange !== undefined || differ)
      throw draftingErrors.template_names({ clause, name: strange ?? "fr ≠ ar", known: Object.keys(lists) });
  }
}

async function requireOther(ctx: ActContext, where: Space, newest: number, hash: string): Promise<void> {
  const book = await bookOf(ctx.tx, where, newest);
  const { version, hash: _, ...content } = book;
  if (sealedBook(content).hash === hash) throw draftingErrors.template_same({ version });
}
