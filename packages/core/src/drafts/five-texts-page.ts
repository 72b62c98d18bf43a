// The list of facts as the page docs/five-texts.md.
import { fiveTexts } from "./five-texts.ts";
import type { Fact, FactsOfText } from "./questions.ts";

const head = `# What the five texts say, and where it is found

Each fact of the five announcements, the answer that the register gives to a question over columns, the words of the
shipped note (\`packages/reference/data/notes\`) that give it, and the screen that shows it. A test asks every question
and compares every answer (\`packages/core/src/drafts/five-texts.test.ts\`); this page is written from the same list by
\`node packages/core/src/drafts/write-five-texts.ts\`. ∅ is a null: the text does not say it. Amounts are
minor units (centimes).
`;

const inCell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

function answerText({ answer }: Fact): string {
  const cell = (value: string | number | boolean | null) =>
    value === null || value === "" ? "∅" : inCell(String(value));
  return answer.map((row) => row.map(cell).join(" · ")).join("<br>");
}

function tableOf({ text, facts }: FactsOfText): string {
  const lines = facts.map((fact) => {
    const words = fact.passages.map((passage) => `«${inCell(passage)}»`).join("<br>");
    return `| ${inCell(fact.says)} | ${answerText(fact)} | ${words} | ${fact.screen} |`;
  });
  return [
    `## Text ${text} (${facts.length})`,
    "",
    "| fact | answer | words | screen |",
    "| --- | --- | --- | --- |",
    ...lines,
    "",
  ].join("\n");
}

/** The whole page, as it stands in docs/five-texts.md. */
export function fiveTextsPage(): string {
  return [head, ...fiveTexts.map(tableOf)].join("\n");
}
