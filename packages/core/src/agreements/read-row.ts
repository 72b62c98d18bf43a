// What one row of a spreadsheet of agreements means: places, parties, dates and frameworks found in the register.
import { type PartialDate, plainDate, type Space } from "../kernel/index.ts";
import type { IndexedParty, PartyIndex } from "../organisations/index.ts";
import { inCell, type RowOf, readDay, refuseCell, sheetErrors } from "../sheets/index.ts";
import { type Places, requirePlace } from "../territory/index.ts";
import type { AgreementIndex, IndexedAgreement } from "./agreement-index.ts";
import { agreementErrors } from "./errors.ts";
import { agreementKind, agreementReference, agreementType, type PartyRole } from "./model.ts";
import type { agreementsSheet } from "./sheet.ts";

export type AgreementLine = RowOf<typeof agreementsSheet.columns>;

export interface Register {
  readonly space: Space;
  readonly places: Places;
  readonly parties: PartyIndex;
  readonly agreements: AgreementIndex;
}

export interface ToldParty {
  readonly party: IndexedParty;
  readonly role: PartyRole;
}

/** @throws a refusal of the cell that names nothing */
export async function readLine(register: Register, line: AgreementLine) {
  const reference = agreementReference.nullable().safeParse(line.reference);
  if (!reference.success) refuseCell("reference", line.reference, agreementErrors.reference_unreadable());
  const { place, lead, parent } = line;
  return {
    kind: agreementKind.parse(line.kind ?? "instrument"),
    type: line.type === null ? null : agreementType.parse(line.type),
    signedOn: readPartialDate(line.signed_on),
    territoryId:
      place === null ? null : await inCell("place", place, () => requirePlace(register.places, place).id),
    lead: lead === null ? null : await inCell("lead", lead, () => register.parties.require(lead)),
    parent:
      parent === null ? null : await inCell("parent", parent, () => register.agreements.require(parent)),
    frameworks: await readFrameworks(register, line),
    parties: await readParties(register, line),
  };
}
export type Told = Awaited<ReturnType<typeof readLine>>;

async function readFrameworks(register: Register, line: AgreementLine): Promise<IndexedAgreement[]> {
  const found: IndexedAgreement[] = [];
  for (const name of line.frameworks ?? []) {
    found.push(await inCell("frameworks", name, () => register.agreements.require(name)));
  }
  return found;
}

/** Those who signed a bundle are its counterparties. */
async function readParties(register: Register, line: AgreementLine): Promise<ToldParty[]> {
  const signatory: PartyRole = line.kind === "bundle" ? "counterparty" : "signatory";
  const columns = [
    ["signatories", signatory],
    ["partners", "partner"],
    ["funders", "funder"],
    ["operators", "operator"],
  ] as const;
  const found: ToldParty[] = [];
  for (const [column, role] of columns) {
    for (const name of line[column] ?? []) {
      found.push({ role, party: await inCell(column, name, () => register.parties.require(name)) });
    }
  }
  return found;
}

const none = { year: null, month: null, day: null, weekday: null };

/** «2019», «05/2019» or a whole day. */
export function readPartialDate(text: string | null): PartialDate | null {
  if (text === null) return null;
  const [, year] = /^(\d{4})$/.exec(text) ?? [];
  const [, month, yearOfMonth] = /^(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (year !== undefined && Number(year) >= 1900) return { ...none, year: Number(year) };
  if (yearOfMonth !== undefined && Number(month) >= 1 && Number(month) <= 12) {
    return { ...none, year: Number(yearOfMonth), month: Number(month) };
  }
  const day = readDay(text);
  if (typeof day !== "string" || !plainDate.safeParse(day).success) {
    refuseCell("signed_on", text, sheetErrors.date_unreadable());
  }
  const [y, m, d] = day.split("-").map(Number);
  return { ...none, year: y ?? null, month: m ?? null, day: d ?? null };
}

/** Rows that others of the file name as their parent or framework come before them; a ring keeps the file's order. */
export function parentsFirst<Row extends { readonly values: AgreementLine | undefined }>(
  rows: readonly Row[],
): Row[] {
  const names = (line: AgreementLine | undefined) =>
    [line?.reference, line?.title].filter((name) => name !== null);
  const byName = new Map(rows.flatMap((row) => names(row.values).map((name) => [name, row] as const)));
  const ordered = new Set<Row>();
  const open = new Set<Row>();
  const take = (row: Row) => {
    if (ordered.has(row) || open.has(row)) return;
    open.add(row);
    for (const name of [row.values?.parent, ...(row.values?.frameworks ?? [])]) {
      const above = byName.get(name ?? undefined);
      if (above !== undefined) take(above);
    }
    ordered.add(row);
  };
  for (const row of rows) take(row);
  return [...ordered];
}
