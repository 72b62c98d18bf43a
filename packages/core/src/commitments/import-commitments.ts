// Imports a spreadsheet of commitments of agreements that the register has: promise, eligibility, target, and the
// amendment that changed it since.
import { sql } from "kysely";
import { type AgreementIndex, agreementOf, amend, readAgreementIndex } from "../agreements/index.ts";
import { type ActContext, defineAct, firstRow, type Space } from "../kernel/index.ts";
import { type PartyIndex, readPartyIndex } from "../organisations/index.ts";
import {
  fieldsThatDiffer,
  type ImportSheet,
  importEach,
  importInput,
  importOutcome,
  inCell,
  outcomeOf,
  type RowOf,
  type RowResult,
  refuseCell,
  refuseOtherwise,
  sheetErrors,
} from "../sheets/index.ts";
import { type Places, readPlaces, requirePlace } from "../territory/index.ts";
import { amendTarget } from "./amend-target.ts";
import { finalise } from "./finalise.ts";
import { findRecorded, type RecordedCommitment } from "./find-recorded.ts";
import { targetQualifier } from "./model.ts";
import { promise } from "./promise.ts";
import { setEligibility } from "./set-eligibility.ts";
import { setTarget } from "./set-target.ts";
import { commitmentsSheet } from "./sheet.ts";

type Columns = typeof commitmentsSheet.columns;
export type CommitmentLine = RowOf<Columns>;

interface Register {
  readonly space: Space;
  readonly places: Places;
  readonly parties: PartyIndex;
  readonly agreements: AgreementIndex;
}

export const importCommitments = defineAct({
  name: "commitments.import",
  permission: "commitments.sign",
  // each row is recorded by acts that check where it lies
  scope: "somewhere",
  input: importInput<Columns>(),
  output: importOutcome,
  async run(ctx, given) {
    const { space } = given;
    const register = {
      space,
      places: await readPlaces(ctx.tx, space),
      parties: await readPartyIndex(ctx.tx, space),
      agreements: await readAgreementIndex(ctx.tx, space),
    };
    return importEach(ctx, "commitments", given, (line) => recordLine(ctx, register, line));
  },
});

async function recordLine(ctx: ActContext, register: Register, line: CommitmentLine): Promise<RowResult> {
  const agreement = await inCell("agreement", line.agreement, () =>
    register.agreements.require(line.agreement),
  );
  const known = await findRecorded(ctx.tx, agreement, line);
  if (known !== undefined) return revise(ctx, known, line);
  const reference = await promiseLine(ctx, register, agreement.reference, line);
  if (line.number !== null && reference !== `${agreement.reference}/${line.number}`) {
    refuseOtherwise("number", String(line.number), reference);
  }
  await limitTo(ctx, register, reference, line);
  await signTarget(ctx, reference, agreement.reference, line);
  await amendTargetOf(ctx, reference, agreement.reference, line);
  const { wording, indicator, target, amended_target } = line;
  const fields = fieldsThatDiffer({}, { wording, indicator, target, amended_target });
  return { change: "new", object: reference, fields };
}

async function promiseLine(
  ctx: ActContext,
  register: Register,
  agreement: string,
  line: CommitmentLine,
): Promise<string> {
  const { place, owed_by } = line;
  const territoryId =
    place === null ? null : await inCell("place", place, () => requirePlace(register.places, place).id);
  const owedBy =
    owed_by === null ? null : await inCell("owed_by", owed_by, () => register.parties.require(owed_by).id);
  const promised = await promise(ctx, {
    ...{ agreement, wording: line.wording, populations: [...(line.populations ?? [])], territoryId, owedBy },
    ...{ kind: line.kind === "best_efforts" ? "best_efforts" : "result", indicator: line.indicator },
    milieu: line.milieu === "urban" || line.milieu === "rural" ? line.milieu : null,
    ...{ periodFrom: line.period_from, periodTo: line.period_to, deadline: line.deadline },
  });
  return promised.reference;
}

async function limitTo(ctx: ActContext, register: Register, commitment: string, line: CommitmentLine) {
  const rules: { rule: "age_from" | "age_to" | "sex" | "residence"; value: string }[] = [];
  if (line.age_from !== null) rules.push({ rule: "age_from", value: String(line.age_from) });
  if (line.age_to !== null) rules.push({ rule: "age_to", value: String(line.age_to) });
  if (line.sex !== null) rules.push({ rule: "sex", value: line.sex });
  for (const place of line.residence ?? []) {
    const { id } = await inCell("residence", place, () => requirePlace(register.places, place));
    rules.push({ rule: "residence", value: id });
  }
  if (rules.length > 0) await setEligibility(ctx, { commitment, rules });
}

/** A target without a number (best efforts, unquantified) is signed only where the file names its indicator. */
const saysTarget = ({ target, qualifier, indicator }: CommitmentLine) =>
  target !== null || (qualifier !== null && indicator !== null);

async function signTarget(ctx: ActContext, commitment: string, agreement: string, line: CommitmentLine) {
  const { target, clause } = line;
  if (!saysTarget(line)) return;
  const told = target === null ? line.qualifier : String(target);
  const qualifier = targetQualifier.parse(line.qualifier ?? "exact");
  const effectiveOn = line.effective_on ?? (await signatureDay(ctx, agreement)) ?? line.period_from;
  if (effectiveOn === null) {
    refuseCell("effective_on", null, sheetErrors.value_missing({ column: "effective_on" }));
  }
  await inCell("target", told, async () => {
    await finalise(ctx, { commitment });
    await setTarget(ctx, { commitment, quantity: target, qualifier, effectiveOn, clause });
  });
}

async function signatureDay(ctx: ActContext, agreement: string): Promise<string | null> {
  const row = await firstRow(
    ctx.tx,
    sql<{ day: string | null }>`
      select make_date(signed_year, signed_month, signed_day) as day from agreements where reference = ${agreement}`,
  );
  return row?.day ?? null;
}

async function amendTargetOf(ctx: ActContext, commitment: string, agreement: string, line: CommitmentLine) {
  if (line.amended_target === null) return;
  const { amended_on: effectiveOn, amended_target: quantity } = line;
  if (effectiveOn === null)
    refuseCell("amended_on", null, sheetErrors.value_missing({ column: "amended_on" }));
  const amendment = line.amendment ?? 1;
  await inCell("amended_target", String(quantity), async () => {
    const { id } = await agreementOf(ctx.tx, agreement);
    const known = await firstRow(
      ctx.tx,
      sql`select id from amendments where agreement_id = ${id} and number = ${amendment}`,
    );
    const clause = line.amendment_clause ?? "–";
    const reason = line.amendment_reason ?? "–";
    if (known === undefined) {
      await amend(ctx, { agreement, number: amendment, type: "target", effectiveOn, clause, reason });
    }
    await amendTarget(ctx, { commitment, amendment, quantity, effectiveOn, clause, reason });
  });
}

/** A target or an amendment that the record does not have yet is added; a promise in other words is refused. */
async function revise(ctx: ActContext, known: RecordedCommitment, line: CommitmentLine): Promise<RowResult> {
  const { indicator, period_from, period_to, deadline, wording } = line;
  const meant = indicator === null ? null : await canonical(ctx, indicator);
  const told = { wording, indicator: meant, period_from, period_to, deadline, target: line.target };
  const original = known.targets[0] ?? null;
  const settled = { ...known, target: original === null ? line.target : original.quantity };
  for (const [column, { before, after }] of Object.entries(
    fieldsThatDiffer({ ...settled, targets: null }, told) ?? {},
  )) {
    refuseOtherwise(column, after ?? "", before);
  }
  const wantsTarget = original === null && saysTarget(line);
  if (wantsTarget) await signTarget(ctx, known.reference, known.agreement, line);
  const amended = known.targets.find(({ amendment }) => amendment === (line.amendment ?? 1));
  const wantsAmendment = line.amended_target !== null && amended === undefined;
  if (line.amended_target !== null && amended !== undefined && amended.quantity !== line.amended_target) {
    refuseOtherwise("amended_target", String(line.amended_target), String(amended.quantity));
  }
  if (wantsAmendment) await amendTargetOf(ctx, known.reference, known.agreement, line);
  if (!wantsTarget && !wantsAmendment) return { change: "unchanged", object: known.reference };
  const { target, amended_target } = line;
  const added = {
    target: wantsTarget ? target : null,
    amended_target: wantsAmendment ? amended_target : null,
  };
  return { change: "changed", object: known.reference, fields: fieldsThatDiffer({}, added) };
}

async function canonical(ctx: ActContext, code: string): Promise<string> {
  const row = await firstRow(
    ctx.tx,
    sql<{ code: string }>`select coalesce(alias_of, code) as code from indicators where code = ${code}`,
  );
  return row?.code ?? code;
}

export const importSheets: readonly ImportSheet[] = [
  { sheet: commitmentsSheet, run: (ctx, input) => outcomeOf(importCommitments(ctx, input)) },
];
