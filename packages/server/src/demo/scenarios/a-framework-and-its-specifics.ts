// A framework agreement with two specific ones: joined by links, which make no node of the count.
import { linkAgreements } from "@iltizam/core/agreements";
import { drawPeople } from "../people.ts";
import { between, planAgreement, titled } from "../plan-agreement.ts";
import type { Story } from "../story.ts";
import { matched, tellPeople, tellThings } from "../tell-results.ts";

const common = { from: "2024-07-01", to: "2030-06-30", reaches: "in_force" } as const;

export function aFrameworkAndItsSpecifics(story: Story): void {
  planFramework(story);
  planTourism(story);
  planApprenticeship(story);
  for (const [day, from] of [
    ["2024-09-20", "R90-2024-08"],
    ["2024-09-27", "R90-2024-09"],
  ] as const)
    story.on(day, "officer", (ctx) => linkAgreements(ctx, { from, to: "R90-2024-07", kind: "specifies" }));
  tellWhatFollowed(story);
}

function planFramework(story: Story): void {
  planAgreement(story, {
    ...{ reference: "R90-2024-07", type: "framework_agreement", ...common, signedOn: "2024-06-24" },
    ...titled(
      "Convention-cadre avec l'Union des employeurs",
      "اتفاقية إطار مع اتحاد المشغلين",
      "Framework agreement with the employers' union",
    ),
    parties: between("SIM-PATRONAT", "SIM-CHAMBRE"),
    promises: [
      {
        indicator: "vacancies_received",
        wording: "Offres d'emploi transmises à l'agence",
        target: 5000,
        deadline: "2030-06-30",
      },
    ],
  });
}

function planTourism(story: Story): void {
  planAgreement(story, {
    ...{
      reference: "R90-2024-08",
      type: "convention",
      ...common,
      signedOn: "2024-09-16",
      territory: "90.105",
    },
    ...titled("Convention spécifique tourisme", "اتفاقية خاصة بالسياحة", "Specific agreement: tourism"),
    parties: between("SIM-FED-TOURISME"),
    promises: [
      {
        indicator: "placements",
        wording: "Recrutements dans le tourisme",
        target: 1200,
        deadline: "2030-06-30",
      },
      { indicator: "vacancies_filled", wording: "Offres pourvues", target: 1500, deadline: "2030-06-30" },
    ],
  });
}

function planApprenticeship(story: Story): void {
  planAgreement(story, {
    ...{
      reference: "R90-2024-09",
      type: "convention",
      ...common,
      signedOn: "2024-09-23",
      territory: "90.101",
    },
    ...titled(
      "Convention spécifique apprentissage",
      "اتفاقية خاصة بالتدرج المهني",
      "Specific agreement: apprenticeship",
    ),
    parties: between("SIM-CHAMBRE", "SIM-METIERS"),
    promises: [
      {
        indicator: "persons_trained_entered",
        wording: "Apprentis entrés en formation",
        target: 1100,
        deadline: "2029-12-31",
      },
      {
        indicator: "persons_trained_completed",
        wording: "Apprentis diplômés",
        target: 800,
        deadline: "2030-06-30",
      },
      { indicator: "positioned_persons", wording: "Jeunes orientés vers l'apprentissage", deadline: null },
    ],
  });
}

function tellWhatFollowed(story: Story): void {
  const places = ["90.105.01", "90.105.02"];
  tellThings(story, 290, {
    commitment: "R90-2024-07/1",
    from: "2024-07-15",
    to: "2026-06-12",
    places,
    quantities: [1, 9],
  });
  tellThings(story, 140, {
    commitment: "R90-2024-08/2",
    from: "2024-10-14",
    to: "2026-06-12",
    places,
    quantities: [1, 5],
  });
  const staff = drawPeople(story.chance.sub("tourism"), "R90-2024-08", 480, { in: "90.105" });
  tellPeople(story, staff, {
    commitment: "R90-2024-08/1",
    from: "2024-10-21",
    to: "2026-06-14",
    mix: matched,
  });
  const youths = drawPeople(story.chance.sub("apprentices"), "R90-2024-09", 560, {
    ages: [16, 24],
    in: "90.101",
  });
  tellPeople(story, youths.slice(0, 420), {
    commitment: "R90-2024-09/1",
    from: "2024-11-04",
    to: "2026-05-18",
  });
  tellPeople(story, youths.slice(0, 240), {
    commitment: "R90-2024-09/2",
    from: "2025-07-07",
    to: "2026-06-12",
  });
  tellPeople(story, youths, { commitment: "R90-2024-09/3", from: "2024-10-14", to: "2026-05-04" });
}
