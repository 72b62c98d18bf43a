import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commitmentsOfAgreement, withdrawCommitment } from "../commitments/index.ts";
import { type DomainError, errorMessage, locales } from "../kernel/index.ts";
import { bringIn, leaveOut } from "./actors.ts";
import { reconsiderAction, rejectAction, retainAction } from "./answer-action.ts";
import { beginDiagnosis } from "./begin.ts";
import { recordFinding, removeFinding } from "./findings.ts";
import { diagnosesOfAgreement, listDiagnoses } from "./list-diagnoses.ts";
import { markFindings } from "./mark.ts";
import { mergeFindings, separateFindings } from "./merging.ts";
import { proposeAction } from "./propose-action.ts";
import { diagnosisInFull } from "./read-diagnosis.ts";
import { reviseDiagnosis } from "./revise.ts";
import { setRanking } from "./set-ranking.ts";
import { endDiagnosis, goBack, goOn } from "./take-step.ts";
import { attendance, type Led, leadTo, openRegion } from "./tests/led.ts";
import { dropWorkshop, holdWorkshop, planWorkshop } from "./workshops.ts";

let led: Led;
beforeAll(async () => {
  led = await openRegion();
});
afterAll(() => led.place.close());

const to = (state: Parameters<typeof leadTo>[2]) => leadTo(led.place.ctx, led.world.region, state);
const read = (diagnosis: string) => diagnosisInFull(led.place.ctx, { diagnosis });

test("references are drawn of the place, days do not go backwards, what changed meanwhile is not laid over", async () => {
  const { ctx } = led.place;
  const head = { space: "simulated" as const, title: "Diagnostic", method: "entretiens" };
  const territoryId = led.world.province;
  const begun = await Promise.all([1, 2, 3, 4].map(() => beginDiagnosis(ctx, { ...head, territoryId })));
  expect(begun.map(({ reference }) => reference.slice(8)).sort()).toEqual(["1", "2", "3", "4"]);
  const reversed = { ...head, territoryId, startsOn: "2026-03-01", endsOn: "2026-02-01" };
  await expect(beginDiagnosis(ctx, reversed)).rejects.toMatchObject({ code: "diagnosis.days_reversed" });
  const taken = { ...head, territoryId, reference: "DTP-901-1" };
  await expect(beginDiagnosis(ctx, taken)).rejects.toMatchObject({ code: "diagnosis.reference_taken" });
  const change = { diagnosis: "DTP-901-1", title: "Autre", method: "entretiens", agreement: "MEMO-1" };
  expect(await reviseDiagnosis(ctx, { ...change, revision: 1 })).toMatchObject({ revision: 2 });
  await expect(reviseDiagnosis(ctx, { ...change, revision: 1 })).rejects.toMatchObject({
    code: "kernel.edited_meanwhile",
  });
});

test("who came is counted by sex and age band, corrected whole, and added up over the workshops", async () => {
  const { ctx } = led.place;
  const diagnosis = await to("listening");
  await planWorkshop(ctx, {
    diagnosis,
    kind: "site_visit",
    title: "Visite",
    on: "2026-02-01",
    place: "zone",
  });
  const future = { diagnosis, workshop: 2, on: "2026-03-03", attendance: [...attendance] };
  await expect(holdWorkshop(ctx, future)).rejects.toMatchObject({ code: "diagnosis.held_in_future" });
  const [first] = attendance;
  const twice = { ...future, on: "2026-02-02", attendance: [first, first] };
  await expect(holdWorkshop(ctx, twice)).rejects.toMatchObject({ code: "diagnosis.counted_twice" });
  await holdWorkshop(ctx, { ...future, on: "2026-02-02", attendance: [first] });
  const corrected = { sex: "F" as const, ageBand: "15-24" as const, headcount: 2 };
  expect(await holdWorkshop(ctx, { ...future, on: "2026-02-02", attendance: [corrected] })).toEqual({
    ...{ number: 2, present: 2 },
  });
  const { workshops, attendance: all } = await read(diagnosis);
  expect(workshops.map(({ present, heldOn }) => [present, heldOn])).toEqual([
    [34, "2026-01-21"],
    [2, "2026-02-02"],
  ]);
  expect(all).toContainEqual({ sex: "F", ageBand: "15-24", headcount: 16 });
  await expect(dropWorkshop(ctx, { diagnosis, workshop: 1, reason: "erreur" })).rejects.toMatchObject({
    code: "diagnosis.workshop_used",
  });
  await dropWorkshop(ctx, { diagnosis, workshop: 2, reason: "doublon" });
  expect((await read(diagnosis)).workshops).toHaveLength(1);
});

test("a finding keeps its words, its language and who said it, and names nobody", async () => {
  const { ctx } = led.place;
  const diagnosis = await to("listening");
  const { findings } = await read(diagnosis);
  expect(findings).toMatchObject([
    { number: 1, workshop: 1, actor: null, group: null, language: "fr" },
    { number: 2, words: "الحافلة لا تصل إلى الدوار", language: "ar", group: "شباب الدوار" },
    { number: 3, actor: { reference: "CONSEIL" } },
  ]);
  const said = { diagnosis, words: "rien", topic: "divers" };
  await expect(recordFinding(ctx, said)).rejects.toMatchObject({ code: "diagnosis.nobody_said" });
  const phone = { ...said, words: "appeler le 06 12 34 56 78", group: "jeunes" };
  await expect(recordFinding(ctx, phone)).rejects.toMatchObject({ code: "kernel.names_person" });
  await expect(recordFinding(ctx, { ...said, actor: "AGENCE", workshop: 7 })).rejects.toMatchObject({
    code: "diagnosis.workshop_unknown",
  });
  await expect(leaveOut(ctx, { diagnosis, organisation: "CONSEIL", reason: "erreur" })).rejects.toMatchObject(
    { code: "diagnosis.actor_used" },
  );
  await removeFinding(ctx, { diagnosis, finding: 3, reason: "dit ailleurs" });
  await leaveOut(ctx, { diagnosis, organisation: "CONSEIL", reason: "erreur" });
  await expect(bringIn(ctx, { diagnosis, organisation: "AGENCE", role: "expert" })).rejects.toMatchObject({
    code: "diagnosis.actor_there",
  });
  expect((await read(diagnosis)).actors.map(({ organisation }) => organisation.reference)).toEqual([
    "AGENCE",
  ]);
});

test("merging keeps the trace to each source, and is undone finding by finding or whole", async () => {
  const { ctx } = led.place;
  const diagnosis = await to("ranking");
  const sources = async () =>
    (await read(diagnosis)).merged.map((one) => [one.number, one.words, one.sources]);
  expect(await sources()).toEqual([
    [2, "Pas d’atelier ici", [3]],
    [1, "Pas de transport le soir", [1, 2]],
  ]);
  await expect(mergeFindings(ctx, { diagnosis, findings: [2, 3] })).rejects.toMatchObject({
    ...{ code: "diagnosis.finding_merged", params: { finding: 2, merged: 1 } },
  });
  await separateFindings(ctx, { diagnosis, merged: 1, findings: [2], reason: "autre douar" });
  expect(await sources()).toContainEqual([1, "Pas de transport le soir", [1]]);
  const wrong = { diagnosis, merged: 1, findings: [2], reason: "encore" };
  await expect(separateFindings(ctx, wrong)).rejects.toMatchObject({ code: "diagnosis.finding_unknown" });
  await mergeFindings(ctx, { diagnosis, findings: [2], into: 2 });
  expect(await sources()).toContainEqual([2, "Pas d’atelier ici", [2, 3]]);
  expect(await separateFindings(ctx, { diagnosis, merged: 2, reason: "rien à voir" })).toEqual({
    ...{ separated: [2, 3], gone: true },
  });
  expect(await sources()).toEqual([[1, "Pas de transport le soir", [1]]]);
});

describe("ranking", () => {
  test("follows from the marks as they are read, and the missing ones hold the step back, each named", async () => {
    const { ctx } = led.place;
    const diagnosis = await to("ranking");
    const ranks = async () =>
      (await read(diagnosis)).merged.map(({ number, score, rank }) => [number, score, rank]);
    expect(await ranks()).toEqual([
      [2, 40, 1],
      [1, 31, 2],
    ]);
    await markFindings(ctx, { diagnosis, actor: "CONSEIL", marks: [{ merged: 1, mark: 9 }] });
    expect((await ranks()).map(([, , rank]) => rank)).toEqual([null, null]);
    const twice = [1, 2].map((mark) => ({ merged: 1, mark }));
    await expect(markFindings(ctx, { diagnosis, actor: "CONSEIL", marks: twice })).rejects.toMatchObject({
      code: "kernel.input_invalid",
    });
    const refused = await goOn(ctx, { diagnosis, step: "answer" }).catch((error: DomainError) => error);
    expect(errorMessage("fr", refused as DomainError)).toContain("Conseil n’a pas noté M2 sur « voix »");
    await markFindings(ctx, { diagnosis, actor: "CONSEIL", marks: [{ merged: 2, mark: 0 }] });
    expect(await ranks()).toEqual([
      [1, 40, 1],
      [2, 40, 1],
    ]);
  });

  test("by criteria weighs the marks, which end at the highest; set anew, they begin again", async () => {
    const { ctx } = led.place;
    const diagnosis = await to("ranking");
    const criteria = [
      { name: "urgence", weight: 3, most: 5 },
      { name: "faisabilité", nameAr: "قابلية الإنجاز", weight: 1, most: 5 },
    ];
    const asked = { diagnosis, kind: "criteria" as const, words: "Grille de cinq points" };
    await expect(setRanking(ctx, asked)).rejects.toMatchObject({ code: "diagnosis.criteria_needed" });
    await setRanking(ctx, { ...asked, criteria });
    expect((await read(diagnosis)).ranking).toMatchObject({
      marks: [],
      criteria: [{ most: 5 }, { weight: 1 }],
    });
    const marks = [
      { merged: 1, criterion: 1, mark: 4 },
      { merged: 1, criterion: 2, mark: 2 },
      { merged: 2, criterion: 1, mark: 2 },
      { merged: 2, criterion: 2, mark: 5 },
    ];
    await markFindings(ctx, { diagnosis, actor: "AGENCE", marks });
    const { merged, ranking } = await read(diagnosis);
    expect(merged.map(({ number, score, rank }) => [number, score, rank])).toEqual([
      [1, 14, 1],
      [2, 11, 2],
    ]);
    expect(ranking?.markers).toMatchObject([{ actor: "AGENCE", name: "Agence" }]);
    const by = { diagnosis, actor: "AGENCE" };
    await expect(
      markFindings(ctx, { ...by, marks: [{ merged: 1, criterion: 1, mark: 6 }] }),
    ).rejects.toMatchObject({ code: "diagnosis.mark_too_high" });
    await expect(
      markFindings(ctx, { ...by, marks: [{ merged: 1, criterion: 3, mark: 1 }] }),
    ).rejects.toMatchObject({ code: "diagnosis.criterion_unknown" });
    await expect(markFindings(ctx, { ...by, workshop: 1, marks })).rejects.toMatchObject({
      code: "diagnosis.who_marks",
    });
  });
});

describe("answers", () => {
  test("a diagnosis does not end while an action waits: the refusal names each, in three languages", async () => {
    const { ctx } = led.place;
    const diagnosis = await to("answering");
    await proposeAction(ctx, { diagnosis, words: "Un bus de nuit", answers: [1, 2] });
    await reconsiderAction(ctx, { diagnosis, action: 2, reason: "le centre ouvre plus tôt" });
    const refused = await endDiagnosis(ctx, { diagnosis }).catch((error: DomainError) => error);
    expect(refused).toMatchObject({ code: "diagnosis.still_missing" });
    for (const locale of locales) {
      const said = errorMessage(locale, refused as DomainError);
      for (const words of ["Construire un centre", "Un bus de nuit"]) expect(said).toContain(words);
    }
    await rejectAction(ctx, { diagnosis, action: 2, answer: "Le centre voisin suffit." });
    await rejectAction(ctx, { diagnosis, action: 3, answer: "La ligne à la demande y répond." });
    expect(await endDiagnosis(ctx, { diagnosis })).toEqual({ reference: diagnosis, state: "ended" });
  });

  test("a promise that carries an action is begun in the action's words, and leads back to the diagnosis", async () => {
    const { ctx } = led.place;
    const diagnosis = await to("answering");
    await reconsiderAction(ctx, { diagnosis, action: 2, reason: "à tenir" });
    const neither = retainAction(ctx, { diagnosis, action: 2 });
    await expect(neither).rejects.toMatchObject({ code: "diagnosis.carried_by_what" });
    const { commitment } = await retainAction(ctx, { diagnosis, action: 2, beginIn: "MEMO-1" });
    const { commitments } = await commitmentsOfAgreement(ctx, { agreement: "MEMO-1" });
    expect(commitments.find(({ reference }) => reference === commitment)).toMatchObject({
      ...{ state: "draft", wording: "Construire un centre" },
    });
    const back = await diagnosesOfAgreement(ctx, { agreement: "MEMO-1" });
    expect(back.find(({ reference }) => reference === diagnosis)).toMatchObject({
      ...{
        serves: true,
        carried: [
          { number: 1, commitment: "MEMO-1/1" },
          { number: 2, commitment },
        ],
      },
    });
    await withdrawCommitment(ctx, { commitment, reason: "sans moyens" });
    await expect(endDiagnosis(ctx, { diagnosis })).rejects.toMatchObject({ code: "diagnosis.still_missing" });
    const anew = { diagnosis, action: 2, commitment };
    await expect(retainAction(ctx, anew)).rejects.toMatchObject({ code: "diagnosis.answered_already" });
    await reconsiderAction(ctx, { diagnosis, action: 2, reason: "engagement retiré" });
    await expect(retainAction(ctx, anew)).rejects.toMatchObject({ code: "diagnosis.commitment_withdrawn" });
  });

  test("what an action answers keeps a source, and going back keeps everything", async () => {
    const { ctx } = led.place;
    const diagnosis = await to("answering");
    await goBack(ctx, { diagnosis, reason: "un acteur veut noter encore" });
    await expect(separateFindings(ctx, { diagnosis, merged: 2, reason: "erreur" })).rejects.toMatchObject({
      ...{ code: "diagnosis.merged_used", params: { merged: 2, action: 2 } },
    });
    const { passages, actions, state } = await read(diagnosis);
    expect([state, actions.length]).toEqual(["ranking", 2]);
    expect(passages.at(-1)).toMatchObject({
      from: "answering",
      to: "ranking",
      reason: "un acteur veut noter encore",
    });
  });
});

test("the list counts, filters and finds by words in French and Arabic", async () => {
  const { ctx } = led.place;
  const reference = await to("ended");
  const asked = { space: "simulated" as const, text: reference };
  expect((await listDiagnoses(ctx, asked)).diagnoses).toMatchObject([
    {
      ...{ reference, state: "ended", actors: 2, workshops: 1, held: 1, present: 34, women: 20, findings: 3 },
      ...{ merged: 2, actions: 2, retained: 1, rejected: 1, agreement: { reference: "MEMO-1" } },
    },
  ]);
  const ended = await listDiagnoses(ctx, { ...asked, text: `${reference} تشخيص`, state: "ended" });
  expect(ended.diagnoses.map((one) => one.reference)).toEqual([reference]);
  expect(await listDiagnoses(ctx, { space: "real" })).toEqual({ total: 0, diagnoses: [] });
});
