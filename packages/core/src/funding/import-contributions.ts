// Imports a spreadsheet of money promised to agreements, by party, with what was paid before the register was kept.
import { foldName } from "@iltizam/reference";
import { sql } from "kysely";
import { type AgreementIndex, readAgreementIndex } from "../agreements/index.ts";
import { type ActContext, defineAct, formatMoney, parseMoney, rows } from "../kernel/index.ts";
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
import { fundingErrors } from "./errors.ts";
import { amountQualifier, contributionRole } from "./model.ts";
import { pay } from "./pay.ts";
import { pledge } from "./pledge.ts";
import { contributionsSheet } from "./sheet.ts";

type Columns = typeof contributionsSheet.columns;
type Line = RowOf<Columns>;

interface Register {
  readonly parties: PartyIndex;
  readonly agreements: AgreementIndex;
}

export const importContributions = defineAct({
  name: "funding.import",
  permission: "funding.edit",
  // each row is recorded by acts that check where it lies
  scope: "somewhere",
  input: importInput<Columns>(),
  output: importOutcome,
  async run(ctx, given) {
    const { space } = given;
    const register = {
      parties: await readPartyIndex(ctx.tx, space),
      agreements: await readAgreementIndex(ctx.tx, space),
    };
    return importEach(ctx, "contributions", given, (line) => recordLine(ctx, register, line));
  },
});

async function recordLine(ctx: ActContext, register: Register, line: Line): Promise<RowResult> {
  const agreement = await inCell("agreement", line.agreement, () =>
    register.agreements.require(line.agreement),
  );
  const { contributor } = line;
  const payer =
    contributor === null
      ? null
      : await inCell("contributor", contributor, () => register.parties.require(contributor));
  const told = readAmount(line, payer?.id ?? null);
  const known = await findRecorded(ctx, agreement.id, line, told);
  if (known !== undefined) {
    refuseChanged(known, line, told);
    const paid = await payOnce(ctx, known, line);
    const fields = fieldsThatDiffer({}, { paid: paid ? line.paid : null });
    return { change: paid ? "changed" : "unchanged", object: known.reference, fields };
  }
  const { reference } = await inCell("amount", line.amount, () =>
    pledge(ctx, {
      ...{
        agreement: agreement.reference,
        role: contributionRole.parse(line.role),
        contributor: payer?.id ?? null,
      },
      ...{ amount: told.amount, currency: told.currency, qualifier: told.qualifier },
      ...{ inKind: line.in_kind ?? false, purpose: line.purpose, effectiveOn: line.effective_on },
      basis: line.basis === "announced" ? "announced" : "signed",
    }),
  );
  if (line.number !== null && reference !== `${agreement.reference}/M${line.number}`) {
    refuseOtherwise("number", String(line.number), reference);
  }
  await payOnce(ctx, { reference, currency: told.currency, payments: [] }, line);
  const { role, amount, paid } = line;
  return {
    change: "new",
    object: reference,
    fields: fieldsThatDiffer({}, { role, contributor, amount, paid }),
  };
}

interface ToldAmount {
  readonly contributorId: string | null;
  readonly amount: string | null;
  readonly currency: string;
  readonly qualifier: ReturnType<typeof amountQualifier.parse>;
}

function readAmount(line: Line, contributorId: string | null): ToldAmount {
  const currency = (line.currency ?? "MAD").toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency))
    refuseCell("currency", line.currency, fundingErrors.currency_unreadable());
  const qualifier = amountQualifier.parse(
    line.qualifier ?? (line.amount === null ? "unquantified" : "exact"),
  );
  return { contributorId, amount: line.amount, currency, qualifier };
}

interface Recorded {
  readonly reference: string;
  readonly number: number;
  readonly role: string;
  readonly contributorId: string | null;
  readonly currency: string;
  readonly purpose: string | null;
  readonly amountMinor: string | null;
  readonly payments: readonly { readonly minor: string; readonly on: string }[];
}

/** By its number, else by what identifies it: role, contributor, currency and purpose. */
async function findRecorded(
  ctx: ActContext,
  agreementId: string,
  line: Line,
  told: ToldAmount,
): Promise<Recorded | undefined> {
  const recorded = await rows(
    ctx.tx,
    sql<Recorded>`
      select a.reference || '/M' || c.number as reference, c.number, c.role, c.contributor_id as "contributorId",
             c.currency, c.purpose,
             (select m.amount_minor::text from contribution_amounts m where m.contribution_id = c.id and m.version = 1)
               as "amountMinor",
             (select coalesce(json_agg(json_build_object('minor', p.amount_minor::text, 'on', p.moved_on)), '[]')
              from contribution_movements p where p.contribution_id = c.id and p.kind = 'paid') as payments
      from contributions c join agreements a on a.id = c.agreement_id where a.id = ${agreementId} order by c.number`,
  );
  if (line.number !== null) return recorded.find(({ number }) => number === line.number);
  return recorded.find(
    (one) =>
      one.role === line.role &&
      one.contributorId === told.contributorId &&
      one.currency === told.currency &&
      foldName(one.purpose ?? "") === foldName(line.purpose ?? ""),
  );
}

function refuseChanged(known: Recorded, line: Line, told: ToldAmount): void {
  const { currency, amountMinor } = known;
  if (line.role !== known.role) refuseOtherwise("role", line.role, known.role);
  if (currency !== told.currency) refuseOtherwise("currency", told.currency, currency);
  if (told.amount === null) return;
  const minor = parseMoney(told.amount, currency).minor.toString();
  if (minor === amountMinor) return;
  const recorded = amountMinor === null ? null : formatMoney({ minor: BigInt(amountMinor), currency });
  refuseOtherwise("amount", told.amount, recorded);
}

/** The same amount on the same day was paid once, however often a file says it. */
async function payOnce(
  ctx: ActContext,
  known: Pick<Recorded, "reference" | "currency" | "payments">,
  line: Line,
): Promise<boolean> {
  const { paid, paid_on: on } = line;
  if (paid === null) return false;
  if (on === null) refuseCell("paid_on", null, sheetErrors.value_missing({ column: "paid_on" }));
  const { minor } = await inCell("paid", paid, () => parseMoney(paid, known.currency));
  if (known.payments.some((payment) => payment.minor === minor.toString() && payment.on === on)) return false;
  await inCell("paid", paid, () => pay(ctx, { contribution: known.reference, amount: paid, on }));
  return true;
}

export const importSheets: readonly ImportSheet[] = [
  { sheet: contributionsSheet, run: (ctx, input) => outcomeOf(importContributions(ctx, input)) },
];
