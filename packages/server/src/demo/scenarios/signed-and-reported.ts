// Signed but not yet in force; and a signature that only the press reports, whose figures stay announced and disagree.
import { addParty, draftAgreement, reportSignature } from "@iltizam/core/agreements";
import { announce, promise } from "@iltizam/core/commitments";
import { type Context, together } from "@iltizam/core/kernel";
import { adoptReading, assertValue, quotePassage, raiseDoubt } from "@iltizam/core/sources";
import { between, planAgreement, titled } from "../plan-agreement.ts";
import type { Region } from "../region.ts";
import type { Story } from "../story.ts";
import { dateOf, keepSimulated } from "../write-text.ts";

/** Its committee has not met yet: the passage into force names that as missing. */
export function signedWithoutCommittee(story: Story): void {
  planAgreement(story, {
    ...{ reference: "R90-2026-08", type: "convention", territory: "90.105", reaches: "signed" },
    ...titled(
      "Convention Coopérative des pêcheurs",
      "اتفاقية تعاونية الصيادين",
      "Fishers' cooperative agreement",
    ),
    ...{ parties: between("SIM-COOP-PECHE", "SIM-FONDATION"), from: "2026-06-01", to: "2030-05-31" },
    ...{
      signedOn: "2026-05-28",
      isScanned: true,
      nextAction: ["Installer le comité de suivi", "2026-06-29"],
    },
    promises: [
      {
        ...{ indicator: "orders_placed", wording: "Commandes à la coopérative chaque fois que possible" },
        ...{ kind: "best_efforts", deadline: null, owedBy: "SIM-FONDATION" },
      },
      {
        indicator: "persons_trained_completed",
        wording: "Mareyeuses formées",
        target: 60,
        deadline: "2028-05-31",
      },
    ],
  });
}

const sentences = {
  speech: "Le conseil régional annonce 900 emplois durables",
  narrative: "quelque 1 100 postes seraient pourvus en trois ans",
  trained: "450 jeunes formés",
};

/** The press reports a signature: two readings of one figure, none adopted; another one adopted by a person. */
export function reportedByThePress(story: Story): void {
  story.on("2026-04-13", "officer", (ctx, { region }) =>
    together(ctx, "agreements.report_signature", (inside) => reportSigning(inside, region)),
  );
}

async function reportSigning(ctx: Context, region: Region): Promise<void> {
  const reference = "R90-2026-09";
  const { id, text } = await keepSimulated(
    ...[ctx, "press" as const, "Signature annoncée pour les centres de services de Zahrouna" as const],
    `${sentences.speech} à Zahrouna ; selon un autre paragraphe, ${sentences.narrative}, et ${sentences.trained}.`,
  );
  await draftAgreement(ctx, {
    ...{ space: "simulated", reference, type: "convention", territoryId: region.place("90.101") },
    ...titled(
      "Convention des centres de services de Zahrouna",
      "اتفاقية مراكز الخدمات بزهرونة",
      "Zahrouna service centres agreement",
    ),
  });
  for (const organisation of ["SIM-REGION", "SIM-FED-NUMERIQUE"])
    await addParty(ctx, { agreement: reference, organisation, role: "signatory" });
  await reportSignature(ctx, { agreement: reference, documentId: id, signedOn: dateOf("2026-04-10") });
  const read = (words: string, quantity: number, indicator: string) =>
    assertWords(ctx, { id, text }, { words, quantity, indicator });
  const readings = [
    await read(sentences.speech, 900, "durable_jobs"),
    await read(sentences.narrative, 1100, "durable_jobs"),
  ];
  const { id: jobs, reference: commitment } = await promise(ctx, {
    agreement: reference,
    wording: "Emplois durables annoncés",
  });
  await announce(ctx, { commitment, assertions: readings.map((assertion) => ({ assertion })) });
  await raiseDoubt(ctx, {
    ...{ space: "simulated", objectKind: "commitment", objectId: jobs, about: "Combien d'emplois" },
    readings: ["900, dit le conseil", "1 100, dit l'article"],
  });
  const trained = await read(sentences.trained, 450, "persons_trained_completed");
  const other = await promise(ctx, { agreement: reference, wording: "Jeunes formés, selon la presse" });
  await announce(ctx, { commitment: other.reference, assertions: [{ assertion: trained }] });
  await adoptReading(ctx, {
    ...{ space: "simulated", objectKind: "commitment", objectId: other.id, assertionId: trained },
    reason: "Confirmé par téléphone par la fédération",
  });
}

async function assertWords(
  ctx: Context,
  document: { readonly id: string; readonly text: string },
  said: { readonly words: string; readonly quantity: number; readonly indicator: string },
): Promise<string> {
  const start = document.text.indexOf(said.words);
  const end = start + said.words.length;
  const passage = await quotePassage(ctx, { documentId: document.id, start, end, content: said.words });
  const { id } = await assertValue(ctx, {
    ...{
      documentId: document.id,
      passageId: passage.id,
      topic: "target",
      how: "literal",
      qualifier: "exact",
    },
    ...{ quantity: said.quantity, indicator: said.indicator, unit: "persons" },
  });
  return id;
}
