// A letter of intent with a foreign employment service leads to a convention; a memorandum frames what follows it.
import { addField, linkAgreements, stateOrientation } from "@iltizam/core/agreements";
import { recordRate } from "@iltizam/core/rates";
import { planCommittee } from "../hold-committee.ts";
import { drawPeople } from "../people.ts";
import { between, planAgreement, titled } from "../plan-agreement.ts";
import type { Money } from "../planned.ts";
import type { Story } from "../story.ts";
import { tellPeople } from "../tell-results.ts";

const money: readonly Money[] = [
  {
    role: "contribution",
    by: "SIM-OSTRAVIE-EMPLOI",
    millions: "0.85",
    currency: "EUR",
    paid: [["200000.00", "2025-06-02"]],
  },
  {
    role: "contribution",
    by: "SIM-AGENCE",
    millions: "1.2",
    inKind: true,
    purpose: "Conseillers mis à disposition",
  },
  {
    role: "contribution",
    by: "SIM-OSTRAVIE-EMPLOI",
    millions: "1.5",
    purpose: "Cours de langue sur place",
    paid: [["500000.00", "2025-09-15"]],
  },
];

export function aLetterThatLedToAConvention(story: Story): void {
  const parties = between("SIM-OSTRAVIE-EMPLOI");
  planAgreement(story, {
    ...{ reference: "R90-2024-02", type: "letter_of_intent", reaches: "in_force", parties },
    ...titled(
      "Lettre d'intention avec l'Ostravie",
      "رسالة نوايا مع أوسترافيا",
      "Letter of intent with Ostravia",
    ),
    ...{ from: "2024-01-15", to: null, signedOn: "2024-01-10" },
  });
  const reference = "R90-2025-01";
  planAgreement(story, {
    ...{ reference, type: "intergovernmental_agreement", reaches: "in_force", wasLead: true, parties },
    ...titled(
      "Convention de mobilité avec l'Ostravie",
      "اتفاقية التنقل المهني مع أوسترافيا",
      "Mobility agreement with Ostravia",
    ),
    ...{ from: "2025-02-01", to: "2030-01-31", signedOn: "2025-01-20" },
    promises: [
      {
        ...{ indicator: "placements", wording: "Départs en mission de six mois en Ostravie", target: 350 },
        ...{ deadline: "2030-01-31", owedBy: "SIM-OSTRAVIE-EMPLOI", territory: "XA" },
      },
      {
        indicator: "persons_trained_completed",
        wording: "Candidats formés à la langue",
        target: 600,
        deadline: "2029-12-31",
      },
      { indicator: "candidates_presented", wording: "Candidats présentés", target: 1200, deadline: null },
    ],
    money,
  });
  rates(story);
  story.on("2024-11-04", "officer", (ctx) =>
    linkAgreements(ctx, { from: "R90-2024-02", to: reference, kind: "leads_to" }),
  );
  tellMobility(story, reference);
}

/** Its money is in two currencies, so that it can be read in one: each amount by the rate of its own day. */
function rates(story: Story): void {
  const published = [
    ["2025-01-17", "10.3215"],
    ["2025-05-30", "10.4870"],
  ] as const;
  for (const [on, rate] of published)
    story.on(on, "director", (ctx) =>
      recordRate(ctx, {
        ...{ space: "simulated", from: "EUR", to: "MAD", on, rate },
        source: "Cours du jour de la banque centrale (simulé)",
      }),
    );
}

function tellMobility(story: Story, reference: string): void {
  const people = drawPeople(story.chance.sub(reference), reference, 430, { ages: [20, 40] });
  tellPeople(story, people, { commitment: `${reference}/3`, from: "2025-02-10", to: "2026-06-12" });
  tellPeople(story, people.slice(0, 240), {
    commitment: `${reference}/2`,
    from: "2025-03-03",
    to: "2026-06-05",
  });
  const abroad = people.slice(0, 96);
  tellPeople(story, abroad, {
    commitment: `${reference}/1`,
    from: "2025-05-05",
    to: "2026-06-10",
    place: "abroad:XA",
  });
}

export function aMemorandum(story: Story): void {
  const reference = "R90-2023-01";
  planAgreement(story, {
    ...{ reference, type: "mou", reaches: "in_force", parties: between("SIM-REGION") },
    ...titled("Mémorandum Région – Agence", "مذكرة تفاهم بين الجهة والوكالة", "Region–Agency memorandum"),
    ...{ from: "2023-05-01", to: "2028-04-30", signedOn: "2023-04-20" },
    promises: [
      {
        ...{ indicator: "orders_placed", wording: "Commandes aux coopératives chaque fois que possible" },
        ...{ kind: "best_efforts", deadline: null, owedBy: "SIM-REGION" },
      },
      { indicator: "employability_improved", wording: "Jeunes sans diplôme accompagnés", deadline: null },
    ],
  });
  story.on("2023-04-21", "officer", async (ctx) => {
    await stateOrientation(ctx, {
      ...{ agreement: reference, kind: "gender_parity", authorOrganisation: "SIM-REGION" },
      wording: "Tendre vers la parité dans tous les programmes",
    });
    await addField(ctx, {
      agreement: reference,
      kind: "field",
      code: "territorial-employment",
      label: "Emploi territorial",
    });
    await addField(ctx, {
      agreement: reference,
      kind: "strand",
      code: "entrepreneurship",
      label: "Entrepreneuriat",
    });
  });
  planCommittee(story, reference, "2024-06-11", 2, [
    {
      decision: "Publier la liste des coopératives",
      owner: "SIM-REGION",
      dueOn: "2024-09-30",
      doneOn: "2024-09-16",
    },
    { decision: "Nommer un suppléant au comité", owner: "SIM-AGENCE", dueOn: "2025-01-31" },
  ]);
}
