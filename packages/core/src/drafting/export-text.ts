// A version to print or to work on: PDF and Word in one language or in both side by side. From the frozen content alone.
import { z } from "zod";
import { defineQuery, keyText, message } from "../kernel/index.ts";
import { typesetFile } from "../papers/index.ts";
import { asDocx, asTwoColumns, headingOf } from "./as-docx.ts";
import { draftingErrors } from "./errors.ts";
import { type AgreementText, blockWords, type DraftContent, wordsOf } from "./model.ts";
import { contentOf, readAgreement, type VersionRow, versionOf } from "./store.ts";

const page = new URL("./agreement-text.typ", import.meta.url);
const mediaTypes = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** @throws `drafting.version_unknown`, `drafting.language_absent` when the text is not written in it */
export const exportText = defineQuery({
  name: "drafting.export",
  permission: "drafting.read",
  scope: "object",
  input: z.object({
    agreement: keyText,
    version: z.coerce.number().int().min(1).max(32_767),
    /** `both`: side by side. */
    language: z.enum(["fr", "ar", "both"]),
    format: z.enum(["docx", "pdf"]),
  }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() }),
  async run(ctx, { agreement: key, version, language, format }) {
    const agreement = await readAgreement(ctx, key);
    const row = await versionOf(ctx.tx, agreement, version);
    const content = contentOf(row);
    const texts =
      language === "both" ? content.texts : content.texts.filter((text) => text.language === language);
    const [first] = texts;
    const isTwo = language === "both";
    if (first === undefined || (isTwo && texts.length < 2)) {
      throw draftingErrors.language_absent({ agreement: agreement.reference, version, language });
    }
    const mark = { agreement: agreement.reference, number: row.number, hash: row.hash };
    const word = () => (isTwo ? asTwoColumns(texts, mark) : asDocx(first, mark));
    const bytes = format === "docx" ? word() : await typesetFile(page, printed(content, row, texts));
    return {
      fileName: `${agreement.reference}-v${row.number}-${isTwo ? "fr-ar" : language}.${format}`,
      mediaType: mediaTypes[format],
      base64: Buffer.from(bytes).toString("base64"),
    };
  },
});

/** As the page reads it: words alone. */
export function printed(
  content: DraftContent,
  row: Pick<VersionRow, "number" | "hash">,
  texts: readonly AgreementText[],
) {
  const language = texts[0]?.language ?? "fr";
  const [left, right] = texts;
  return {
    ...{ agreement: content.agreement, number: row.number, hash: row.hash },
    state: message(language, "drafting", "word.draft"),
    simulated: content.space === "simulated",
    "simulated-words": message(language, "drafting", "word.simulated"),
    texts: texts.map(({ language: of, head, title, clauses }) => ({
      ...{ language: of, head, title },
      clauses: clauses.map((clause) => ({
        heading: headingOf(clause, of),
        blocks: clause.blocks.map((block) => ({
          kind: block.kind,
          runs: block.kind === "table" ? [] : [blockWords(block)],
          rows: block.rows.map((cells) => cells.map((cell) => [wordsOf(cell)])),
        })),
      })),
    })),
    pairs: left && right ? pairsOf(left, right) : [],
  };
}

/** The same clause beside itself; one that only one language has stands alone. */
function pairsOf(left: AgreementText, right: AgreementText): [number | null, number | null][] {
  const at = (text: AgreementText, key: string) => {
    const index = text.clauses.findIndex((one) => one.key === key);
    return index === -1 ? null : index;
  };
  const alone = right.clauses.filter(({ key }) => at(left, key) === null);
  return [
    ...left.clauses.map(({ key }, index): [number, number | null] => [index, at(right, key)]),
    ...alone.map(({ key }): [null, number | null] => [null, at(right, key)]),
  ];
}
