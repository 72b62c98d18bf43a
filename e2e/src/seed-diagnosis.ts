// A diagnosis of the invented region whose answers are being given: one action waits.
import {
  beginDiagnosis,
  bringIn,
  goOn,
  holdWorkshop,
  markFindings,
  mergeFindings,
  planWorkshop,
  proposeAction,
  recordFinding,
  retainAction,
  setRanking,
} from "@iltizam/core/diagnosis";
import { type Context, together } from "@iltizam/core/kernel";

const diagnosis = "DTP-AO-1";

export const seedDiagnosis = (ctx: Context, territoryId: string, agreement: string): Promise<void> =>
  together(ctx, "diagnosis.go_on", async (inside) => {
    await hear(inside, territoryId, agreement);
    await answer(inside, `${agreement}/1`);
  });

async function hear(ctx: Context, territoryId: string, agreement: string): Promise<void> {
  await beginDiagnosis(ctx, {
    ...{ space: "simulated", reference: diagnosis, territoryId, agreement, method: "Ateliers ouverts" },
    ...{ title: "Diagnostic d’Atlas-Océan", titleAr: "تشخيص الأطلس المحيط", startsOn: "2025-03-01" },
  });
  await bringIn(ctx, { diagnosis, organisation: "AGENCE-AO", role: "leads" });
  await planWorkshop(ctx, { diagnosis, kind: "workshop", title: "Jeunes de la côte", on: "2025-03-10" });
  await goOn(ctx, { diagnosis, step: "listen" });
  await holdWorkshop(ctx, {
    ...{ diagnosis, workshop: 1, on: "2025-03-10" },
    attendance: [
      { sex: "F", ageBand: "15-24", headcount: 12 },
      { sex: "M", ageBand: "15-24", headcount: 9 },
    ],
  });
  const said = { diagnosis, workshop: 1, topic: "transport" };
  await recordFinding(ctx, { ...said, words: "Le car ne passe plus le soir" });
  await recordFinding(ctx, { ...said, words: "النقل قليل", language: "ar", group: "شباب" });
  await goOn(ctx, { diagnosis, step: "rank" });
}

async function answer(ctx: Context, commitment: string): Promise<void> {
  await mergeFindings(ctx, { diagnosis, findings: [1, 2] });
  await setRanking(ctx, { diagnosis, kind: "votes", words: "Trois voix par personne" });
  await markFindings(ctx, { diagnosis, workshop: 1, marks: [{ merged: 1, mark: 40 }] });
  await goOn(ctx, { diagnosis, step: "answer" });
  await proposeAction(ctx, { diagnosis, words: "Ouvrir une ligne à la demande", answers: [1] });
  await proposeAction(ctx, { diagnosis, words: "Construire une gare", answers: [1] });
  await retainAction(ctx, { diagnosis, action: 1, commitment });
}
