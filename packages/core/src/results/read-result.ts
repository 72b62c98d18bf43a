// One row of a file of results becomes a line for PostgreSQL's `incoming` (0017_incoming.sql), or a refusal.
import { ageOn, copyLine, type KeyRing } from "../kernel/index.ts";
import { type Document, documentTypes, normaliseNumber, sealedDocument } from "../people/index.ts";
import { type Findings, type RowOf, refuseCell, sheetErrors } from "../sheets/index.ts";
import { resultErrors } from "./errors.ts";
import { ageBandOf } from "./model.ts";
import type { resultsSheet } from "./sheet.ts";

export type ResultLine = RowOf<typeof resultsSheet.columns>;

const reference = /^[A-Z0-9-]{3,32}\/[1-9][0-9]{0,4}$/;

/** The person's document, where the row names one. */
export function documentIn(line: ResultLine): Document | null {
  const number = line.document_number;
  if (number === null) return null;
  const type = documentTypes.find((one) => one === line.document_type) ?? "cin";
  const country = line.document_country?.toUpperCase() ?? "MA";
  if (!/^[A-Z]{2}$/.test(country)) refuseCell("document_country", country, resultErrors.country_unreadable());
  if (normaliseNumber(type, number).length < 3)
    refuseCell("document_number", number, resultErrors.document_unreadable());
  return { type, country, number };
}

function ageIn(line: ResultLine): number | null {
  const { age, birth_date: birth, date } = line;
  if (birth !== null && birth > date) refuseCell("birth_date", birth, resultErrors.born_later());
  const years = birth === null ? age : ageOn(birth, date);
  const column = birth === null ? "age" : "birth_date";
  if (years !== null && years > 130) refuseCell(column, birth ?? String(age), resultErrors.age_impossible());
  return years;
}

const array = (codes: readonly string[]) =>
  `{${codes.map((code) => `"${code.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;

/** @throws a refusal of the cell at fault */
export function incomingLine(line: ResultLine, row: number, keys: KeyRing | undefined): string {
  if (!reference.test(line.commitment)) {
    refuseCell("commitment", line.commitment, resultErrors.reference_unreadable());
  }
  const document = documentIn(line);
  if ((document === null) === (line.thing === null)) {
    refuseCell("document_number", line.document_number, resultErrors.subject_unclear());
  }
  const age = ageIn(line);
  const quantity = line.quantity ?? 1;
  if (quantity < 1 || quantity > 1_000_000)
    refuseCell("quantity", String(quantity), resultErrors.quantity_out_of_range());
  return copyLine([
    line.commitment,
    null,
    document === null ? null : `\\x${sealedDocument(keys, document).toString("hex")}`,
    line.thing,
    line.indicator,
    line.date,
    line.place ?? "unknown",
    line.sex ?? "U",
    age,
    ageBandOf(age),
    line.education ?? "U",
    line.milieu,
    line.segments === null ? "{}" : array([...line.segments].sort()),
    quantity,
    line.evidence === null ? 1 : Number(line.evidence.slice(1)),
    null,
    line.evidence_reference,
    line.external_id,
    line.note,
    row,
  ]);
}

/** The one source of the file: the option, or the column where every row says the same. */
export interface OneSource {
  /** @throws a refusal of the cell when the row names another source */
  check(line: ResultLine): void;
  readonly code: string | null;
}

export function oneSource(option: string | null): OneSource {
  let code = option;
  return {
    get code() {
      return code;
    },
    check({ source }) {
      const told = source ?? code;
      if (told === null) refuseCell("source", null, sheetErrors.value_missing({ column: "source" }));
      if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(told))
        refuseCell("source", told, resultErrors.source_unreadable());
      code ??= told;
      if (told !== code) refuseCell("source", told, resultErrors.source_mixed({ source: code }));
    },
  };
}

/** Counts what a cell refused into the findings, under its row. */
export function addRefusal(
  findings: Findings,
  row: number,
  refusal: {
    readonly column: string;
    readonly value: string | null;
    readonly why: Parameters<Findings["add"]>[0]["error"];
  },
): void {
  findings.add({ row, column: refusal.column, value: refusal.value, error: refusal.why });
}
