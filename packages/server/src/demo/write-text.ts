// The signed text of an invented agreement, its signatures, and the verification of partners before.
import { recordSignature, recordText } from "@iltizam/core/agreements";
import { type Context, type PartialDate, together } from "@iltizam/core/kernel";
import {
  needsVerification,
  organisationKind,
  type VerificationPoint,
  verificationPoints,
  verifyOrganisation,
} from "@iltizam/core/organisations";
import { keepDocument } from "@iltizam/core/sources";
import { fictionalOfficeHolders, fictionalOrganisations } from "@iltizam/reference";
import type { Party, PlannedAgreement } from "./planned.ts";
import type { Region } from "./region.ts";
import { signedPage } from "./signed-page.ts";

/** A whole day as the register writes dates. */
export function dateOf(day: string): PartialDate {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { year, month, day: date, weekday: new Date(day).getUTCDay() || 7 };
}

/** Keeps an invented document in the file store; its text says on every page that it is simulated. */
export async function keepSimulated(
  ctx: Context,
  kind: "signed_text" | "press" | "minutes" | "report",
  title: string,
  text: string,
): Promise<{ id: string; text: string }> {
  const whole = `SIMULÉ\n\n${title}\n\n${text}\n`;
  const { id } = await keepDocument(ctx, {
    ...{ space: "simulated", kind, title, language: "fr", text: whole },
    fileBase64: Buffer.from(whole).toString("base64"),
  });
  return { id, text: whole };
}

/** Writes the text from what was promised, records it, and every signatory signs. */
export async function recordSignedText(
  ctx: Context,
  region: Region,
  planned: PlannedAgreement,
): Promise<void> {
  const { reference: agreement, title, parties, signedOn } = planned;
  const { id: documentId } = await keepSimulated(ctx, "signed_text", title, articlesOf(planned));
  await recordText(ctx, { agreement, documentId });
  if (planned.kind === "programme" || planned.kind === "plan") return;
  const signatories = parties.filter(([, role]) => role === "signatory");
  for (const [at, [organisation]] of signatories.entries()) {
    const isScanned = planned.isScanned && at === 0;
    await recordSignature(ctx, {
      ...{ agreement, organisation, officeHolderId: region.holder(organisation), signedOn },
      ...{ side: "administrative" as const, capacity: functionOf(organisation), place: "Tilmira-Port" },
      power: `Décision de nomination, ${signedOn.slice(0, 4)}`,
      ...(isScanned && { scan: signedPage(agreement, signedOn) }),
    });
  }
}

function articlesOf({ reference, parties, promises = [], from, to }: PlannedAgreement): string {
  const names = new Map(fictionalOrganisations().map((one) => [one.reference, one.fr]));
  const between = parties.map(([organisation]) => names.get(organisation) ?? organisation).join(", ");
  const articles = promises.map(
    ({ wording, target }, index) =>
      `Art. ${index + 2}. ${wording}${target === undefined ? "" : ` : ${target}`}.`,
  );
  const period = to === null ? `à partir du ${from}` : `du ${from} au ${to}`;
  return [`Référence ${reference}.`, `Art. 1. Entre ${between}, ${period}.`, ...articles].join("\n");
}

function functionOf(organisation: string): string {
  return fictionalOfficeHolders().find((one) => one.organisation === organisation)?.function ?? "—";
}

/** Invented partners have no ICE: the register says so instead of inventing one. */
const inOrder = (point: VerificationPoint) =>
  point === "ice"
    ? { point, outcome: "not_applicable" as const, note: "Partenaire inventé : sans ICE" }
    : { point, outcome: "in_order" as const };

/** Each partner that has to be verified is found in order. */
export function verifyPartners(ctx: Context, parties: readonly Party[]): Promise<void> {
  return together(ctx, "organisations.verify", async (inside) => {
    const kinds = new Map(fictionalOrganisations().map((one) => [one.reference, one.kind]));
    const partners = new Set(parties.map(([organisation]) => organisation));
    for (const organisation of partners) {
      if (!needsVerification(organisationKind.parse(kinds.get(organisation)))) continue;
      await verifyOrganisation(inside, { organisation, checks: verificationPoints.map(inOrder) });
    }
  });
}
