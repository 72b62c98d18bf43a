// Promises behind their calendar, one past its deadline, an agreement that sleeps, a committee that does not meet.
import { setNextAction } from "@iltizam/core/agreements";
import { planCommittee } from "../hold-committee.ts";
import { drawPeople } from "../people.ts";
import { between, planAgreement, titled } from "../plan-agreement.ts";
import type { Story } from "../story.ts";
import { onWord, tellPeople } from "../tell-results.ts";

export function aLateAgreement(story: Story): void {
  const reference = "R90-2023-12";
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.102", reaches: "in_force", signedOn: "2023-10-16" },
    ...titled("Convention Bâtisseurs d'Ouzaren", "اتفاقية بناة أوزارن", "Ouzaren Builders agreement"),
    ...{ parties: between("SIM-BTP", "SIM-METIERS"), from: "2023-11-01", to: "2026-10-31" },
    promises: [
      {
        indicator: "durable_jobs",
        wording: "Ouvriers qualifiés recrutés",
        target: 900,
        deadline: "2026-10-31",
      },
      {
        indicator: "persons_trained_completed",
        wording: "Ouvriers certifiés",
        target: 700,
        deadline: "2026-09-30",
      },
      {
        indicator: "retained_12",
        wording: "Ouvriers encore en poste après un an",
        target: 400,
        deadline: "2026-10-31",
      },
    ],
  });
  const people = drawPeople(story.chance.sub(reference), reference, 240, { women: 0.06, in: "90.102" });
  tellPeople(story, people.slice(0, 170), {
    commitment: `${reference}/1`,
    from: "2024-01-15",
    to: "2026-05-20",
    mix: onWord,
  });
  tellPeople(story, people, { commitment: `${reference}/2`, from: "2023-12-04", to: "2026-05-20" });
  tellPeople(story, people.slice(0, 31), {
    commitment: `${reference}/3`,
    from: "2025-02-10",
    to: "2026-05-20",
  });
}

/** Its deadline has passed and its number was not reached; nothing says that it ended. */
export function pastItsDeadline(story: Story): void {
  const reference = "R90-2023-13";
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.104", reaches: "in_force", signedOn: "2023-04-17" },
    ...wasCalled,
    ...{ parties: between("SIM-MINES", "SIM-PROV-IMOUZLANE"), from: "2023-05-01", to: "2025-12-31" },
    nextAction: ["Décider de la clôture ou d'un avenant", "2026-02-16"],
    promises: [
      { indicator: "durable_jobs", wording: "Emplois aux carrières", target: 260, deadline: "2025-12-31" },
      {
        indicator: "service_points_opened",
        wording: "Espace emploi à Imouzlane",
        target: 2,
        deadline: "2024-12-31",
      },
    ],
  });
  const people = drawPeople(story.chance.sub(reference), reference, 118, { women: 0.08, in: "90.104" });
  tellPeople(story, people, { commitment: `${reference}/1`, from: "2023-06-05", to: "2025-11-10" });
}
const wasCalled = titled(
  "Convention Carrières d'Adrar Oumlil 2023",
  "اتفاقية مقالع أدرار أومليل 2023",
  "Adrar Oumlil Quarries agreement 2023",
);

/** In force; its promises have had no result for more than a year, and the annex alone keeps it awake. */
export function aDormantAgreement(story: Story): void {
  const reference = "R90-2023-14";
  planAgreement(story, {
    ...{ reference, type: "protocol", territory: "90.101", reaches: "in_force", signedOn: "2023-11-06" },
    ...titled("Protocole avec l'université", "بروتوكول مع الجامعة", "Protocol with the university"),
    ...{ parties: between("SIM-UNIVERSITE", "SIM-CHAMBRE"), from: "2023-11-15", to: "2030-11-14" },
    promises: [
      { indicator: "placements", wording: "Lauréats placés", target: 600, deadline: "2030-11-14" },
      {
        indicator: "positioned_persons",
        wording: "Étudiants orientés",
        target: 2000,
        deadline: "2029-12-31",
      },
    ],
  });
  const people = drawPeople(story.chance.sub(reference), reference, 130, { ages: [20, 28], milieu: "U" });
  tellPeople(story, people.slice(0, 44), {
    commitment: `${reference}/1`,
    from: "2024-01-15",
    to: "2024-11-20",
  });
  tellPeople(story, people, { commitment: `${reference}/2`, from: "2023-12-04", to: "2024-12-10" });
}

/** Signed, in force, and no evidence at all. */
export function nothingReported(story: Story): void {
  const reference = "R90-2025-04";
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.101", reaches: "in_force", signedOn: "2025-02-24" },
    ...titled(
      "Convention Logistique, première phase",
      "اتفاقية اللوجستيك، المرحلة الأولى",
      "Logistics agreement, first phase",
    ),
    ...{ parties: between("SIM-LOGISTIQUE"), from: "2025-03-01", to: "2028-02-29" },
    promises: [
      {
        indicator: "durable_jobs",
        wording: "Caristes et agents de quai",
        target: 240,
        deadline: "2028-02-29",
      },
      { indicator: "persons_trained_completed", wording: "Caristes certifiés", target: 160, deadline: null },
    ],
  });
}

export function committeeOverdue(story: Story): void {
  const reference = "R90-2023-12";
  planCommittee(story, reference, "2024-03-12", 2, [
    {
      decision: "Afficher les offres dans les trois agences",
      owner: "SIM-AGENCE",
      dueOn: "2024-04-30",
      doneOn: "2024-04-22",
    },
    { decision: "Remettre la liste des embauchés avec les contrats", owner: "SIM-BTP", dueOn: "2024-09-30" },
    { decision: "Réunir le comité chaque trimestre", owner: "SIM-AGENCE", dueOn: "2024-06-30" },
  ]);
  story.on("2025-01-13", "officer", (ctx) =>
    setNextAction(ctx, {
      agreement: reference,
      nextAction: "Convoquer le comité de suivi",
      on: "2025-02-03",
    }),
  );
}
