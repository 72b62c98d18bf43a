// The simulated diagnosis that the memorandum opened: three workshops, what was said there, its ranking, and an answer to
// every action that was proposed.
import {
  beginDiagnosis,
  bringIn,
  endDiagnosis,
  goOn,
  holdWorkshop,
  markFindings,
  mergeFindings,
  planWorkshop,
  proposeAction,
  recordFinding,
  rejectAction,
  retainAction,
  setRanking,
} from "@iltizam/core/diagnosis";
import { type Context, together } from "@iltizam/core/kernel";
import type { Region } from "../region.ts";
import type { Story } from "../story.ts";

const diagnosis = "DTP-R90-2025";
const actors = [
  ["SIM-REGION", "leads"],
  ["SIM-AGENCE", "facilitates"],
  ["SIM-PROV-BELKAMAR", "takes_part"],
  ["SIM-PROV-IMOUZLANE", "takes_part"],
  ["SIM-ELAN", "takes_part"],
  ["SIM-UNIVERSITE", "expert"],
] as const;

export function theDiagnosis(story: Story): void {
  story.on("2025-09-01", "council", (ctx, { region }) => whole(ctx, (inside) => begin(inside, region)));
  story.on("2025-10-10", "officer", (ctx, { region }) => whole(ctx, (inside) => hear(inside, region)));
  story.on("2025-11-17", "officer", (ctx) => whole(ctx, rank));
  story.on("2026-01-12", "officer", (ctx) => whole(ctx, answer));
  story.on("2026-02-16", "director", (ctx) => endDiagnosis(ctx, { diagnosis }));
}

const whole = (ctx: Context, deed: (inside: Context) => Promise<unknown>) =>
  together(ctx, "diagnosis.go_on", deed);

async function begin(ctx: Context, region: Region): Promise<void> {
  await beginDiagnosis(ctx, {
    ...{
      space: "simulated",
      reference: diagnosis,
      territoryId: region.place("90"),
      agreement: "R90-2023-01",
    },
    ...{ title: "Diagnostic participatif de l'emploi en zone rurale", startsOn: "2025-09-01" },
    ...{ titleAr: "التشخيص التشاركي للتشغيل بالوسط القروي", endsOn: "2026-02-28" },
    method:
      "Trois ateliers ouverts, animés par l'agence ; chaque participant dispose de trois voix ; le conseil de la région répond à chaque action proposée.",
  });
  for (const [organisation, role] of actors) await bringIn(ctx, { diagnosis, organisation, role });
  const plan = (title: string, on: string, code: string) =>
    planWorkshop(ctx, { diagnosis, kind: "workshop", title, on, territoryId: region.place(code) });
  await plan("Jeunes de Belkamar", "2025-09-18", "90.103");
  await plan("Femmes et coopératives d'Imouzlane", "2025-10-02", "90.104");
  await goOn(ctx, { diagnosis, step: "listen" });
}

type Attendance = Parameters<typeof holdWorkshop>[1]["attendance"];

/** Women and men by age band, youngest first. */
const came = (women: readonly number[], men: readonly number[]) =>
  (["15-24", "25-34", "35-44", "45-59", "60+"] as const).flatMap((ageBand, at) =>
    [["F", women[at]] as const, ["M", men[at]] as const].flatMap(([sex, headcount = 0]) =>
      headcount > 0 ? [{ sex, ageBand, headcount }] : [],
    ),
  );

async function hear(ctx: Context, region: Region): Promise<void> {
  // the assizes that the region held meanwhile gave it a round table
  await planWorkshop(ctx, {
    ...{ diagnosis, kind: "round_table", title: "Recruter là où l'on vit", on: "2025-10-09" },
    ...{ territoryId: region.place("90.101"), event: "ASSISES-R90-2025" },
  });
  const hold = (workshop: number, on: string, attendance: Attendance) =>
    holdWorkshop(ctx, { diagnosis, workshop, on, attendance });
  await hold(1, "2025-09-18", came([17, 9, 2], [21, 8, 1]));
  await hold(2, "2025-10-02", came([6, 14, 11, 5, 1], [0, 2, 3, 1]));
  await hold(3, "2025-10-09", [
    ...came([8, 6, 4, 2], [9, 11, 6, 3]),
    { sex: "U", ageBand: "U", headcount: 12 },
  ]);
  const said = (words: string, topic: string, by: { workshop?: number; group?: string; actor?: string }) =>
    recordFinding(ctx, {
      ...{ diagnosis, words, topic, workshop: by.workshop ?? null, group: by.group ?? null },
      ...{ actor: by.actor ?? null, language: /\p{Script=Arabic}/u.test(words) ? "ar" : "fr" },
    });
  const youth = { workshop: 1, group: "Jeunes sans diplôme" };
  const women = { workshop: 2, group: "Femmes de coopératives" };
  await said("Le dernier car part à seize heures, on rate l'entretien", "transport", youth);
  await said("L'agence la plus proche est à une heure et demie de route", "accès aux services", youth);
  await said("On nous demande un an d'expérience pour un premier emploi", "expérience", youth);
  await said("ماكاينش النقل باش نمشيو للتكوين", "transport", women);
  await said("Nos produits n'ont pas d'acheteur régulier", "débouchés", women);
  await said("لا نعرف أين نسأل عن برامج التشغيل", "accès aux services", women);
  await said("Les coopératives attendent des commandes, pas des formations", "débouchés", {
    ...{ workshop: 3, actor: "SIM-ELAN" },
  });
  await said("Il manque un centre de formation dans la vallée", "formation", {
    ...{ workshop: 3, actor: "SIM-PROV-IMOUZLANE" },
  });
}

async function rank(ctx: Context): Promise<void> {
  await goOn(ctx, { diagnosis, step: "rank" });
  const merge = (findings: number[], words: string, wordsAr: string) =>
    mergeFindings(ctx, { diagnosis, findings, words, wordsAr });
  await merge([1, 4], "Sans transport, ni entretien ni formation", "لا مقابلة ولا تكوين دون نقل");
  await merge(
    [2, 6],
    "L'agence est trop loin et ses programmes mal connus",
    "الوكالة بعيدة وبرامجها غير معروفة",
  );
  await merge([5, 7], "Les coopératives n'ont pas de commandes régulières", "لا طلبيات منتظمة للتعاونيات");
  await merge([3], "Le premier emploi demande une expérience", "الشغل الأول يشترط التجربة");
  await merge([8], "Aucun centre de formation dans la vallée", "لا مركز للتكوين في الوادي");
  const words = "Chaque personne présente distribue trois voix ; les voix des trois ateliers s'additionnent.";
  await setRanking(ctx, { diagnosis, kind: "votes", words });
  const votes = [
    [61, 54, 22, 25, 12],
    [38, 41, 39, 3, 8],
    [40, 52, 44, 27, 20],
  ];
  for (const [at, given] of votes.entries())
    await markFindings(ctx, {
      ...{ diagnosis, workshop: at + 1 },
      marks: given.map((mark, merged) => ({ merged: merged + 1, mark })),
    });
}

async function answer(ctx: Context): Promise<void> {
  await goOn(ctx, { diagnosis, step: "answer" });
  const propose = (answers: number[], proposedBy: string, words: string, wordsAr: string) =>
    proposeAction(ctx, { diagnosis, words, wordsAr, answers, proposedBy });
  const mobile = "Faire passer l'unité mobile chaque semaine dans les vallées";
  await propose([1, 2], "SIM-AGENCE", mobile, "مرور الوحدة المتنقلة كل أسبوع في الوديان");
  const orders = "Passer commande aux coopératives pour les achats de la région";
  await propose([3], "SIM-ELAN", orders, "توجيه طلبيات الجهة إلى التعاونيات");
  const first = "Accompagner les jeunes sans diplôme vers un premier emploi";
  await propose([4], "SIM-PROV-BELKAMAR", first, "مواكبة الشباب دون شهادة نحو شغل أول");
  const centre = "Construire un centre de formation dans la vallée";
  await propose([5], "SIM-PROV-IMOUZLANE", centre, "بناء مركز للتكوين في الوادي");
  await retainAction(ctx, { diagnosis, action: 1, commitment: "R90-2023-11/3" });
  await retainAction(ctx, { diagnosis, action: 2, commitment: "R90-2023-01/1" });
  await retainAction(ctx, { diagnosis, action: 3, commitment: "R90-2023-01/2" });
  await rejectAction(ctx, {
    ...{ diagnosis, action: 4 },
    answer:
      "Quarante jeunes par an ne rempliraient pas un centre ; la Cité des métiers de Zahrouna réserve des places et un internat, et la question sera reprise en 2028.",
    answerAr:
      "أربعون شابا في السنة لا يملؤون مركزا؛ وتخصص مدينة المهن بزهرونة مقاعد وداخلية لهم، وسيعاد النظر في الأمر سنة 2028.",
  });
}
