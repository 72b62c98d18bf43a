// What the pipeline begins with: a visit that decided on a letter of intent, ready to be signed; and a signed memorandum.
import {
  addParty,
  approve,
  draftAgreement,
  recordApproval,
  recordSignature,
  recordText,
  registerLegacy,
  setNextAction,
  submitForVerification,
} from "@iltizam/core/agreements";
import { type Context, systemActor } from "@iltizam/core/kernel";
import { addPart, concernAgreement, holdEvent, recordDecision } from "@iltizam/core/meetings";
import { nameOfficeHolder, registerOrganisation } from "@iltizam/core/organisations";
import { keepDocument } from "@iltizam/core/sources";
import { openContext } from "@iltizam/server/compose";
import type { DemoPlace } from "@iltizam/server/demo";

const space = "simulated" as const;
export const letter = "AO-LETTRE";
export const memorandum = "AO-MEMO";
export const visit = "VISITE-AO";

export async function beginPipeline(place: DemoPlace): Promise<void> {
  const { appUrl, dataDir } = place;
  const opened = { appUrl, dataDir, actor: systemActor, name: "e2e", connections: 2 };
  const { ctx, close } = await openContext(opened);
  await planLetter(ctx);
  await signMemorandum(ctx);
  await close();
}

async function keepText(ctx: Context, title: string): Promise<string> {
  const text = `${title}. Les deux parties conviennent de travailler ensemble.`;
  const { id } = await keepDocument(ctx, {
    ...{ space, kind: "signed_text", title, language: "fr", text },
    fileBase64: Buffer.from(text).toString("base64"),
  });
  return id;
}

/** Approved, its text and signatures recorded: what is left is to say that it is signed. */
async function planLetter(ctx: Context): Promise<void> {
  const peer = "SERVICE-VOISIN";
  await registerOrganisation(ctx, {
    ...{ space, reference: peer, kind: "foreign_public_employment_service", name: "Service voisin" },
  });
  const title = "Lettre d’entente avec le service voisin";
  await draftAgreement(ctx, { space, reference: letter, type: "letter_of_intent", title });
  const parties = ["AGENCE-AO", peer];
  for (const organisation of parties)
    await addParty(ctx, { agreement: letter, organisation, role: "signatory" });
  await submitForVerification(ctx, { agreement: letter });
  await recordApproval(ctx, {
    ...{
      agreement: letter,
      kind: "board",
      organisation: "AGENCE-AO",
      number: "CA-7",
      decidedOn: "2026-03-02",
    },
  });
  await approve(ctx, { agreement: letter });
  await recordText(ctx, { agreement: letter, documentId: await keepText(ctx, title) });
  for (const organisation of parties) {
    const named = { organisation, name: `Responsable ${organisation}`, function: "direction" };
    const { id: officeHolderId } = await nameOfficeHolder(ctx, named);
    const signature = { officeHolderId, capacity: "direction", signedOn: "2026-03-16" };
    await recordSignature(ctx, { agreement: letter, organisation, ...signature });
  }
  await setNextAction(ctx, { agreement: letter, nextAction: "Signer la lettre d’entente", on: null });
  await holdEvent(ctx, { space, reference: visit, kind: "study_visit", name: "Visite du service voisin" });
  await addPart(ctx, { event: visit, kind: "meeting", topic: "réunion de clôture" });
  await concernAgreement(ctx, { event: visit, agreement: letter, relation: "decided_at" });
  const decision = "signer au plus tôt une lettre d’entente";
  await recordDecision(ctx, { event: visit, decision, owner: "AGENCE-AO", leadsTo: letter });
}

async function signMemorandum(ctx: Context): Promise<void> {
  const title = "Mémorandum d’entente pour l’emploi en Atlas-Océan";
  await registerLegacy(ctx, {
    ...{ space, reference: memorandum, type: "mou", title, state: "in_force", since: "2026-01-05" },
    documentId: await keepText(ctx, title),
  });
}
