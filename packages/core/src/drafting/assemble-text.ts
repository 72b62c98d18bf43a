// An agreement's text, from what the register holds and what was chosen. Pure: the same facts give the same text.
import type { Facts } from "./facts.ts";
import type { AgreementText, Block, Choices, Clause, DraftContent, Run, TextLanguage } from "./model.ts";
import { type Data, dataOf, languagesOf } from "./name-data.ts";
import { type ListName, listOf, readLine } from "./patterns.ts";
import { labelsOf, type Template, type TemplateBook, templateOf } from "./templates.ts";

interface Writing {
  readonly facts: Facts;
  readonly data: Data;
  readonly choices: Choices;
  readonly book: TemplateBook;
  readonly template: Template;
  readonly language: TextLanguage;
}

/** With the book of the version that was chosen. */
export function assembleText(facts: Facts, choices: Choices, book: TemplateBook): DraftContent {
  const template = templateOf(book, choices.template);
  const { kind, version, date, hash } = template;
  const data = dataOf(facts, choices);
  const { reference, space } = facts.agreement;
  return {
    ...{ format: "iltizam-agreement-text/1", agreement: reference, space, choices },
    template: { kind, version, date, hash },
    texts: languagesOf(choices).map((language) =>
      writtenIn({ facts, data, choices, book, template, language }),
    ),
  };
}

function writtenIn(writing: Writing): AgreementText {
  const { data, book, template, language } = writing;
  let number = 0;
  const clauses = clauseKeys(writing).flatMap((key) => {
    const said = wordingOf(writing, key);
    if (said.paragraphs.length === 0) return [];
    const counted = !template.unnumbered.includes(key);
    if (counted) number += 1;
    return [
      {
        ...{ key, number: counted ? number : null, title: said.title, origin: said.origin },
        mandatory: template.mandatory.includes(key),
        blocks: said.paragraphs.flatMap((line) => blocksOf(writing, line)),
      },
    ];
  });
  return {
    ...{ language, clauses, head: book[language].heads[template.kind] },
    title: data.get("agreement.title")?.words[language] ?? "",
  };
}

/** The clauses as they follow each other, each of its own after the one it was put behind. */
function clauseKeys({ template, choices }: Pick<Writing, "template" | "choices">): string[] {
  const isIn = new Set([...template.mandatory, ...choices.optional]);
  const keys = template.order.filter((key) => isIn.has(key));
  for (const { key, after } of choices.own) {
    const at = keys.indexOf(after);
    keys.splice(at === -1 ? keys.length : at + 1, 0, key);
  }
  return keys;
}

interface Said {
  readonly title: string;
  readonly origin: Clause["origin"];
  readonly paragraphs: readonly string[];
}

/** A clause in the words that it has in one language: somebody's, or the template's. */
function wordingOf({ choices, book, language }: Writing, key: string): Said {
  const template = book[language].clauses[key];
  const given = choices.wordings.find((one) => one.clause === key && one.language === language);
  if (given === undefined)
    return { title: template?.title ?? "", origin: "template", paragraphs: template?.text ?? [] };
  const origin = key.startsWith("own-") && given.by === "jurist" ? "own" : given.by;
  return { origin, title: given.title ?? template?.title ?? "", paragraphs: given.paragraphs };
}

function blocksOf(writing: Writing, line: string): Block[] {
  const list = listOf(line);
  if (list === null) {
    const runs = runsOf(writing, line);
    // a sentence in brackets of which nothing is known
    return runs.length === 0 ? [] : [{ kind: "paragraph", runs, rows: [], made: null }];
  }
  if (list === "responsibilities") return [{ kind: "table", runs: [], rows: matrixOf(writing), made: list }];
  return linesOf(writing, list).map((one) => ({
    kind: "item",
    runs: runsOf(writing, one),
    rows: [],
    made: list,
  }));
}

function runsOf({ data, language }: Writing, line: string): Run[] {
  const isEmpty = (key: string) => (data.get(key)?.words[language] ?? "") === "";
  return readLine(line, isEmpty).map((piece) => {
    if ("text" in piece) return piece;
    const datum = data.get(piece.key);
    // what the register no longer has is named, so that nothing is lost unseen; it is listed as missing
    if (datum === undefined) return { text: `{${piece.key}}` };
    const { key, value, figure, basis, words } = datum;
    return { text: words[language], from: { key, value, figure, basis } };
  });
}

/** The lines of a list of the register, each as a wording that asks for the things themselves. */
function linesOf({ facts, book, language }: Writing, list: ListName): string[] {
  const { phrases } = book[language];
  const said = (phrase: string, thing: string) => (phrases[phrase] ?? "").replaceAll("{x.", `{${thing}.`);
  const { parties, commitments, contributions, committees, reports } = facts;
  const indicators = [...new Set(commitments.flatMap(({ indicator }) => indicator?.code ?? []))];
  const lines: Readonly<Record<ListName, () => string[]>> = {
    parties: () => parties.map(({ reference }) => said("parties", `party.${reference}`)),
    signatures: () => parties.map(({ reference }) => said("signatures", `party.${reference}`)),
    commitments: () =>
      commitments.map(({ kind, number }) =>
        said(kind === "result" ? "commitments" : "best_efforts", `commitment.${number}`),
      ),
    contributions: () =>
      contributions.map(({ role, number }) =>
        said(role === "total" ? "totals" : "contributions", `contribution.${number}`),
      ),
    committees: () => committees.map((_, index) => said("committees", `committee.${index + 1}`)),
    reports: () => reports.map((_, index) => said("reports", `report.${index + 1}`)),
    definitions: () => indicators.map((code) => said("definitions", `indicator.${code}`)),
    responsibilities: () => [],
  };
  return lines[list]();
}

/** Who does what: a row a task, the promise said once. */
function matrixOf(writing: Writing): Run[][][] {
  const words = labelsOf(writing.language);
  const heads = ["commitment", "task", "organisation"].map((key) => [{ text: words[`matrix.${key}`] ?? "" }]);
  const body = writing.facts.tasks.map(({ commitment, number }) => [
    runsOf(writing, `{commitment.${commitment}.indicator}`),
    runsOf(writing, `{task.${commitment}-${number}.task}`),
    runsOf(writing, `{task.${commitment}-${number}.organisation}`),
  ]);
  return [heads, ...body];
}
