// A row of a spreadsheet about an agreement that the register has: its fields are corrected with the file as the reason,
// new parties and frameworks are added; its state and its place in the tree are changed by acts of their own.
import type { ActContext } from "../kernel/index.ts";
import { fieldsThatDiffer, type RowResult, refuseOtherwise } from "../sheets/index.ts";
import { addParts } from "./add-parts.ts";
import { linksOf, partiesOf } from "./details.ts";
import { editAgreement } from "./edit-agreement.ts";
import { isFixed } from "./model.ts";
import type { AgreementLine, Told } from "./read-row.ts";
import { pathOf } from "./set-parent.ts";
import { type AgreementRow, agreementOf } from "./store.ts";

export async function reviseAgreement(
  ctx: ActContext,
  reference: string,
  line: AgreementLine,
  told: Told,
): Promise<RowResult> {
  const recorded = await agreementOf(ctx.tx, reference);
  await refuseMoves(ctx, recorded, line, told);
  const fields = fieldsThatDiffer(recordedFields(recorded), toldFields(line, told));
  const parts = await newParts(ctx, recorded, told);
  const added = parts.parties.length + parts.frameworks.length;
  if (Object.keys(fields).length + added === 0) return { change: "unchanged", object: reference };
  if (Object.keys(fields).length > 0) {
    await editAgreement(ctx, {
      agreement: reference,
      revision: recorded.revision,
      changes: changesOf(fields, told),
      ...(isFixed(recorded) ? { correction: "corrected by the imported register" } : {}),
    });
  }
  await addParts(ctx, reference, parts);
  const names = [
    ...parts.parties.map(({ party }) => party.reference),
    ...parts.frameworks.map((one) => one.reference),
  ];
  const joined: [string, { before: null; after: string }][] =
    added === 0 ? [] : [["parties", { before: null, after: names.join(" | ") }]];
  return { change: "changed", object: reference, fields: { ...fields, ...Object.fromEntries(joined) } };
}

async function refuseMoves(ctx: ActContext, recorded: AgreementRow, line: AgreementLine, told: Told) {
  if (line.kind !== null && line.kind !== recorded.kind) refuseOtherwise("kind", line.kind, recorded.kind);
  if (line.state !== null && line.state !== recorded.state)
    refuseOtherwise("state", line.state, recorded.state);
  if (told.parent === null) return;
  const [, parent] = await pathOf(ctx.tx, recorded.id);
  if (parent !== told.parent.id) {
    const present = parent === undefined ? null : (await agreementOf(ctx.tx, parent)).reference;
    refuseOtherwise("parent", told.parent.reference, present);
  }
}

const dateText = (date: { year: number | null; month: number | null; day: number | null } | null) =>
  date === null ? null : [date.year, date.month, date.day].filter((part) => part !== null).join("-");

function recordedFields(row: AgreementRow) {
  const signed = { year: row.signed_year, month: row.signed_month, day: row.signed_day };
  const { title, title_ar, title_en, purpose, type, period_from, period_to } = row;
  const own = { title, title_ar, title_en, purpose, type, period_from, period_to };
  return { ...own, signed_on: dateText(signed), place: row.territory_id, lead: row.lead_organisation_id };
}

function toldFields(line: AgreementLine, told: Told) {
  const { title, title_ar, title_en, purpose, period_from, period_to } = line;
  const own = { title, title_ar, title_en, purpose, period_from, period_to, type: told.type };
  const { lead, territoryId, signedOn } = told;
  return { ...own, signed_on: dateText(signedOn), place: territoryId, lead: lead?.id ?? null };
}

const editable = {
  title: "title",
  title_ar: "titleAr",
  title_en: "titleEn",
  purpose: "purpose",
  period_from: "periodFrom",
  period_to: "periodTo",
} as const;

function changesOf(fields: RowResult["fields"] & object, told: Told) {
  const plain = Object.entries(editable).flatMap(([column, field]) =>
    fields[column] === undefined ? [] : [[field, fields[column].after] as const],
  );
  return {
    ...Object.fromEntries(plain),
    ...(fields.type ? { type: told.type } : {}),
    ...(fields.place ? { territoryId: told.territoryId } : {}),
    ...(fields.lead ? { leadOrganisation: told.lead?.id ?? null } : {}),
    ...(fields.signed_on ? { signedOn: told.signedOn } : {}),
  };
}

async function newParts(
  ctx: ActContext,
  recorded: AgreementRow,
  told: Told,
): Promise<Pick<Told, "parties" | "frameworks">> {
  const parties = await partiesOf(ctx.tx, recorded.id);
  const links = await linksOf(ctx.tx, recorded.id);
  return {
    parties: told.parties.filter(
      ({ party, role }) => !parties.some((one) => one.organisationId === party.id && one.role === role),
    ),
    frameworks: told.frameworks.filter(
      ({ id }) => !links.some((one) => one.id === id && one.kind === "framework"),
    ),
  };
}
