// An edition as a sheet: a row a promise, and a row for each line of its breakdowns. What is not told is an empty cell,
// and so says the column beside it.
import { writeXlsx } from "hucre/xlsx";
import { type CsvCell, csvLine, csvMark, guardFormula } from "../sheets/index.ts";
import { dimensions } from "./counts.ts";
import type { EditionContent, EditionPromise } from "./model.ts";

const headings = [
  ...[
    "edition",
    "space",
    "as_of",
    "known_on",
    "promise",
    "agreement",
    "agreement_title",
    "wording",
    "indicator",
  ],
  ...["unit", "region", "territory", "owner", "period_from", "period_to", "deadline", "announced"],
  ...[
    "signed_original",
    "signed_current",
    "declared",
    "declared_by",
    "dimension",
    "code",
    "realised",
    "proven",
  ],
  ...["not_told", "state", "comments"],
];

/** The rows of the sheet, with the headings first. */
export function editionRows(content: EditionContent): CsvCell[][] {
  const titles = new Map(content.agreements.map(({ reference, title }) => [reference, title.fr]));
  return [
    headings,
    ...content.promises.flatMap((promise) => rowsOf(content, promise, titles.get(promise.agreement) ?? "")),
  ];
}

function rowsOf(content: EditionContent, promise: EditionPromise, title: string): CsvCell[][] {
  const { number, space, asOf, knownOn } = content;
  const { reference, agreement, wording, indicator, unit, region, period, deadline, signed } = promise;
  const announced = promise.announced.flatMap(({ value }) => value ?? []).join("; ");
  const head = [
    ...[number, space, asOf, knownOn, reference, agreement, title, wording, indicator, unit, region],
    ...[promise.territory?.fr ?? null, promise.owner?.fr ?? null, period.from, period.to, deadline],
    ...[announced, signed.original, signed.current, promise.declared],
    promise.declaredBy.map(({ fr }) => fr).join("; "),
  ];
  const tail = [promise.state, promise.comments.map(({ text }) => text).join(" / ")];
  const lines = [
    { dimension: "all", code: "all", realised: promise.realised, proven: promise.proven },
    ...dimensions.flatMap((dimension) =>
      promise.breakdowns[dimension].map((line) => ({ dimension, ...line })),
    ),
  ];
  return lines.map(({ dimension, code, realised, proven }) => {
    const hidden = [realised === null ? "realised" : "", proven === null ? "proven" : ""].filter(Boolean);
    return [...head, dimension, code, realised, proven, hidden.join("; "), ...tail];
  });
}

/** Comma, CRLF, UTF-8 behind its mark; safe to open in a spreadsheet. */
export function editionCsv(content: EditionContent): string {
  return csvMark + editionRows(content).map(csvLine).join("");
}

/** The same rows as a workbook. */
export function editionXlsx(content: EditionContent): Promise<Uint8Array> {
  const rows = editionRows(content).map((row) =>
    row.map((cell) => (typeof cell === "string" ? guardFormula(cell) : cell)),
  );
  const sheet = { name: `edition ${content.number}`, rows, freezePane: { rows: 1 } };
  return writeXlsx({ sheets: [{ ...sheet, columns: headings.map(() => ({ width: 18 })) }] });
}
