// Imports a spreadsheet of agreements that were signed before the register was kept. The file itself is kept as the
// document that their figures come from, until somebody records the signed text.
import { readFile } from "node:fs/promises";
import { type ActContext, defineAct, plainDate } from "../kernel/index.ts";
import { readPartyIndex } from "../organisations/index.ts";
import {
  type ImportSheet,
  importEach,
  importInput,
  importOutcome,
  outcomeOf,
  type RowResult,
  refuseCell,
  type SheetFile,
} from "../sheets/index.ts";
import { keepDocument } from "../sources/index.ts";
import { readPlaces } from "../territory/index.ts";
import { addParts } from "./add-parts.ts";
import { readAgreementIndex } from "./agreement-index.ts";
import { agreementErrors } from "./errors.ts";
import { type AgreementLine, parentsFirst, type Register, readLine, type Told } from "./read-row.ts";
import { recordText } from "./record-text.ts";
import { registerLegacy } from "./register-legacy.ts";
import { reviseAgreement } from "./revise-agreement.ts";
import { agreementsSheet, legacyStates } from "./sheet.ts";

type Columns = typeof agreementsSheet.columns;

export const importAgreements = defineAct({
  name: "agreements.import",
  permission: "agreements.register_legacy",
  // each row is recorded by acts that check where it lies
  scope: "somewhere",
  input: importInput<Columns>(),
  output: importOutcome,
  async run(ctx, given) {
    const { space, file } = given;
    const register: Register = {
      space,
      places: await readPlaces(ctx.tx, space),
      parties: await readPartyIndex(ctx.tx, space),
      agreements: await readAgreementIndex(ctx.tx, space),
    };
    const lines = parentsFirst(await allRows(file));
    const seen = lines.some(({ values }) => values !== undefined && values.reported !== true);
    const documentId = seen ? await keepFile(ctx, register, file, lines) : null;
    async function* rows() {
      yield* lines;
    }
    return importEach(ctx, "agreements", { ...given, file: { ...file, rows } }, (line) =>
      recordLine(ctx, register, line, documentId),
    );
  },
});

async function allRows(file: SheetFile<Columns>) {
  const rows = [];
  for await (const row of file.rows()) rows.push(row);
  return rows;
}

/** Keeps the file as a document; its text is the rows as they were understood. */
async function keepFile(
  ctx: ActContext,
  { space }: Register,
  file: SheetFile<Columns>,
  lines: readonly { readonly values: AgreementLine | undefined }[],
): Promise<string> {
  const told = (line: AgreementLine | undefined) =>
    Object.entries(line ?? {})
      .filter(([, value]) => value !== null)
      .map(([column, value]) => `${column}: ${value}`)
      .join("; ");
  const fileBase64 = (await readFile(file.path)).toString("base64");
  const text = lines.map(({ values }) => told(values)).join("\n");
  const document = { space, kind: "other" as const, title: file.facts.name, language: "fr" as const };
  return (await keepDocument(ctx, { ...document, fileBase64, text })).id;
}

async function recordLine(
  ctx: ActContext,
  register: Register,
  line: AgreementLine,
  documentId: string | null,
): Promise<RowResult> {
  const told = await readLine(register, line);
  const [known, ...others] = register.agreements.find(line.reference ?? line.title);
  if (known !== undefined && others.length > 0) {
    const references = [known, ...others].map(({ reference }) => reference);
    refuseCell("title", line.title, agreementErrors.title_ambiguous({ title: line.title, references }));
  }
  if (known !== undefined) return reviseAgreement(ctx, known.reference, line, told);
  const { reference, id } = await registerLegacy(ctx, { space: register.space, ...fieldsOf(line, told) });
  register.agreements.add({ id, reference, title: line.title });
  await addParts(ctx, reference, told);
  if (documentId !== null && line.reported !== true)
    await recordText(ctx, { agreement: reference, documentId });
  const after = { title: line.title, state: line.state ?? "in_force", parent: line.parent };
  const fields = Object.entries(after).map(([field, value]) => [field, { before: null, after: value }]);
  return { change: "new", object: reference, fields: Object.fromEntries(fields) };
}

function fieldsOf(line: AgreementLine, told: Told) {
  const state = legacyStates.find((one) => one === line.state) ?? "in_force";
  return {
    reference: line.reference ?? undefined,
    ...{ kind: told.kind, type: told.type },
    ...{ title: line.title, titleAr: line.title_ar, titleEn: line.title_en, purpose: line.purpose },
    ...{ periodFrom: line.period_from, periodTo: line.period_to, territoryId: told.territoryId },
    ...{ leadOrganisation: told.lead?.id ?? null, parent: told.parent?.id ?? null },
    ...{ state, reported: line.reported ?? false, since: plainDate.nullable().parse(line.since) },
    signedOn: told.signedOn,
  };
}

export const importSheets: readonly ImportSheet[] = [
  { sheet: agreementsSheet, run: (ctx, input) => outcomeOf(importAgreements(ctx, input)) },
];
