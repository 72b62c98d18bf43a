// A diagnosis with a row in every table that one can have, up to its answers.
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
import type { Context } from "@iltizam/core/kernel";

/** Serves the agreement, led where it lies, with its company among the actors. Gives the reference. */
export async function fillDiagnosis(
  ctx: Context,
  agreement: string,
  territoryId: string,
  actor: string,
  commitment: string,
): Promise<string> {
  const reference = `DTP-${agreement}`;
  const head = { space: "simulated" as const, reference, title: reference, method: "ateliers" };
  await beginDiagnosis(ctx, { ...head, territoryId, agreement });
  const diagnosis = reference;
  await bringIn(ctx, { diagnosis, organisation: actor, role: "takes_part" });
  await planWorkshop(ctx, { diagnosis, kind: "workshop", title: "Atelier", on: "2026-02-10" });
  await goOn(ctx, { diagnosis, step: "listen" });
  const attendance = [{ sex: "F" as const, ageBand: "15-24" as const, headcount: 9 }];
  await holdWorkshop(ctx, { diagnosis, workshop: 1, on: "2026-02-10", attendance });
  await recordFinding(ctx, { diagnosis, words: "le car ne passe plus", topic: "transport", workshop: 1 });
  await goOn(ctx, { diagnosis, step: "rank" });
  await mergeFindings(ctx, { diagnosis, findings: [1] });
  await setRanking(ctx, { diagnosis, kind: "votes", words: "une voix chacun" });
  await markFindings(ctx, { diagnosis, workshop: 1, marks: [{ merged: 1, mark: 9 }] });
  await goOn(ctx, { diagnosis, step: "answer" });
  await proposeAction(ctx, { diagnosis, words: "ouvrir une ligne", answers: [1] });
  await retainAction(ctx, { diagnosis, action: 1, commitment });
  return reference;
}
