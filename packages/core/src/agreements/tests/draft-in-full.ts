// A draft with two verified signatories, and everything that the later stages ask for, step by step.
import type { TestRegister } from "@iltizam/testkit/register";
import { sql } from "kysely";
import { type Context, nameActor } from "../../kernel/index.ts";
import {
  nameOfficeHolder,
  pointsForAll,
  registerOrganisation,
  verificationPoints,
  verifyOrganisation,
} from "../../organisations/index.ts";
import { keepDocument } from "../../sources/index.ts";
import { addParty } from "../add-party.ts";
import { draftAgreement } from "../draft-agreement.ts";
import type { AgreementKind, State } from "../model.ts";
import { recordApproval } from "../record-approval.ts";
import { recordSignature } from "../record-signature.ts";
import { recordText } from "../record-text.ts";

export const space = "simulated" as const;

/** Every guard of a higher floor holds. */
export const content = {
  figures_have_indicator: async () => [],
  committees_installed: async () => [],
  closure_recorded: async () => [],
};

export interface Cast {
  readonly agency: string;
  readonly company: string;
  readonly council: string;
  readonly director: string;
  readonly manager: string;
  readonly document: string;
}

/** An agency, a company and a council of the fictional region, who signs for them, and a signed text. */
export async function openCast({ ctx, region }: TestRegister): Promise<Cast> {
  const make = (
    reference: string,
    kind: "public_employment_service" | "company" | "regional_council",
    name: string,
  ) => registerOrganisation(ctx, { space, reference, kind, name, territoryId: region });
  await make("AGENCE", "public_employment_service", "Agence de l’Atlas");
  await make("USINE", "company", "Usine du Port");
  await make("CONSEIL", "regional_council", "Conseil de l’Atlas-Océan");
  const director = await nameOfficeHolder(ctx, {
    organisation: "AGENCE",
    name: "A. Idrissi",
    function: "directeur",
  });
  const manager = await nameOfficeHolder(ctx, {
    organisation: "USINE",
    name: "B. Tahiri",
    function: "gérante",
  });
  const document = await keepText(ctx, "La convention.");
  return {
    agency: "AGENCE",
    company: "USINE",
    council: "CONSEIL",
    director: director.id,
    manager: manager.id,
    document,
  };
}

export async function keepText(ctx: Context, text: string): Promise<string> {
  const fileBase64 = Buffer.from(text).toString("base64");
  const kept = await keepDocument(ctx, {
    space,
    kind: "signed_text",
    title: "Texte",
    language: "fr",
    fileBase64,
    text,
  });
  return kept.id;
}

export async function draft(ctx: Context, reference: string, more: object = {}): Promise<string> {
  const { id } = await draftAgreement(ctx, {
    space,
    reference,
    title: `Convention ${reference}`,
    type: "convention",
    ...more,
  });
  return id;
}

export async function addSignatories(ctx: Context, cast: Cast, agreement: string): Promise<void> {
  await addParty(ctx, { agreement, organisation: cast.agency, role: "signatory" });
  await addParty(ctx, { agreement, organisation: cast.company, role: "signatory" });
}

export function verify(ctx: Context, organisation: string) {
  const note = "sans objet pour cet essai";
  return verifyOrganisation(ctx, {
    organisation,
    checks: verificationPoints.map((point) =>
      pointsForAll.includes(point)
        ? { point, outcome: "in_order" as const }
        : { point, outcome: "not_applicable" as const, note },
    ),
  });
}

export function approveByBoard(ctx: Context, cast: Cast, agreement: string, number = "CA-1") {
  return recordApproval(ctx, {
    agreement,
    kind: "board",
    organisation: cast.agency,
    number,
    decidedOn: "2026-02-01",
  });
}

export async function signAll(ctx: Context, cast: Cast, agreement: string): Promise<void> {
  const day = { signedOn: "2026-02-20", place: "Tizi" };
  await recordSignature(ctx, {
    agreement,
    organisation: cast.agency,
    officeHolderId: cast.director,
    capacity: "directeur",
    ...day,
  });
  await recordSignature(ctx, {
    agreement,
    organisation: cast.company,
    officeHolderId: cast.manager,
    capacity: "gérante",
    ...day,
  });
}

export const attachText = (ctx: Context, cast: Cast, agreement: string) =>
  recordText(ctx, { agreement, documentId: cast.document });

/** Puts an agreement in a state without its story, to try what may follow. */
export function place(
  ctx: Context,
  agreement: string,
  state: State,
  more: { kind?: AgreementKind; reported?: boolean } = {},
) {
  return ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, ctx.actor, "test");
    await sql`update agreements set state = ${state}, kind = coalesce(${more.kind ?? null}, kind),
                                    reported = ${more.reported ?? false}
              where reference = ${agreement}`.execute(tx);
  });
}
