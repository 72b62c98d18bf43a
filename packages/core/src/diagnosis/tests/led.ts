// A diagnosis of the fictional region, led up to a stage: for the tests of this folder.
import { seedAgreement, seedWorld, type TestPlace, testPlace, type World } from "@iltizam/testkit/agreement";
import { promise } from "../../commitments/index.ts";
import type { Context } from "../../kernel/index.ts";
import { bringIn } from "../actors.ts";
import { rejectAction, retainAction } from "../answer-action.ts";
import { beginDiagnosis } from "../begin.ts";
import { recordFinding } from "../findings.ts";
import { markFindings } from "../mark.ts";
import { mergeFindings } from "../merging.ts";
import type { State } from "../model.ts";
import { proposeAction } from "../propose-action.ts";
import { setRanking } from "../set-ranking.ts";
import { abandonDiagnosis, endDiagnosis, goOn } from "../take-step.ts";
import { holdWorkshop, planWorkshop } from "../workshops.ts";

export interface Led {
  readonly place: TestPlace;
  readonly world: World;
}

/** The region with a memorandum that promised one thing. */
export async function openRegion(): Promise<Led> {
  const place = await testPlace();
  const world = await seedWorld(place.ctx);
  await seedAgreement(place.ctx, world, { reference: "MEMO-1", signed: false });
  await promise(place.ctx, { agreement: "MEMO-1", wording: "transport à la demande" });
  return { place, world };
}

export const attendance = [
  { sex: "F", ageBand: "15-24", headcount: 14 },
  { sex: "F", ageBand: "25-34", headcount: 6 },
  { sex: "M", ageBand: "15-24", headcount: 11 },
  { sex: "U", ageBand: "U", headcount: 3 },
] as const;

const stages: readonly State[] = ["preparing", "listening", "ranking", "answering", "ended"];

/** Leads a diagnosis up to the state, with everything that each step asks for. Gives its reference. */
export async function leadTo(ctx: Context, region: string, state: State): Promise<string> {
  const head = { space: "simulated" as const, title: "Diagnostic", titleAr: "تشخيص", method: "ateliers" };
  const { reference: diagnosis } = await beginDiagnosis(ctx, {
    ...{ ...head, territoryId: region, agreement: "MEMO-1", startsOn: "2026-01-05" },
  });
  await bringIn(ctx, { diagnosis, organisation: "AGENCE", role: "leads" });
  await bringIn(ctx, { diagnosis, organisation: "CONSEIL", role: "takes_part" });
  await planWorkshop(ctx, { diagnosis, kind: "workshop", title: "Atelier des jeunes", on: "2026-01-20" });
  if (state === "abandoned") await abandonDiagnosis(ctx, { diagnosis, reason: "reporté d’un an" });
  const reached = stages.indexOf(state);
  if (reached >= 1) await listen(ctx, diagnosis);
  if (reached >= 2) await rank(ctx, diagnosis);
  if (reached >= 3) await answer(ctx, diagnosis);
  if (reached >= 4) await endDiagnosis(ctx, { diagnosis });
  return diagnosis;
}

async function listen(ctx: Context, diagnosis: string): Promise<void> {
  await goOn(ctx, { diagnosis, step: "listen" });
  await holdWorkshop(ctx, { diagnosis, workshop: 1, on: "2026-01-21", attendance: [...attendance] });
  const said = { diagnosis, topic: "transport" };
  await recordFinding(ctx, { ...said, words: "Le car ne passe plus après dix-huit heures", workshop: 1 });
  await recordFinding(ctx, {
    ...said,
    words: "الحافلة لا تصل إلى الدوار",
    language: "ar",
    group: "شباب الدوار",
  });
  await recordFinding(ctx, { diagnosis, topic: "formation", words: "Pas d’atelier ici", actor: "CONSEIL" });
}

async function rank(ctx: Context, diagnosis: string): Promise<void> {
  await goOn(ctx, { diagnosis, step: "rank" });
  await mergeFindings(ctx, { diagnosis, findings: [1, 2], words: "Pas de transport le soir" });
  await mergeFindings(ctx, { diagnosis, findings: [3] });
  await setRanking(ctx, { diagnosis, kind: "votes", words: "Trois voix par personne" });
  const marks = [
    { merged: 1, mark: 31 },
    { merged: 2, mark: 40 },
  ];
  await markFindings(ctx, { diagnosis, workshop: 1, marks });
}

async function answer(ctx: Context, diagnosis: string): Promise<void> {
  await goOn(ctx, { diagnosis, step: "answer" });
  await proposeAction(ctx, { diagnosis, words: "Ouvrir une ligne à la demande", answers: [1] });
  await proposeAction(ctx, { diagnosis, words: "Construire un centre", answers: [2], proposedBy: "CONSEIL" });
  await retainAction(ctx, { diagnosis, action: 1, commitment: "MEMO-1/1" });
  await rejectAction(ctx, { diagnosis, action: 2, answer: "Un centre ouvre à vingt minutes en 2027." });
}
