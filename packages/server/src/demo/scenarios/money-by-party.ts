// Money that is promised, called, paid and justified by party: more paid than promised, a payer unknown, in kind.

import { amend } from "@iltizam/core/agreements";
import { amendContribution } from "@iltizam/core/funding";
import { together } from "@iltizam/core/kernel";
import { drawPeople } from "../people.ts";
import { between, planAgreement, titled } from "../plan-agreement.ts";
import { approveLikeTheText } from "../plan-amendment.ts";
import type { Money } from "../planned.ts";
import type { Story } from "../story.ts";
import { tellPeople, tellThings } from "../tell-results.ts";

const agreement = "R90-2024-18";

const money: readonly Money[] = [
  { role: "total", millions: "24.0" },
  {
    ...{ role: "contribution", by: "SIM-PROV-BELKAMAR", millions: "6.0" },
    paid: [
      ["3000000.00", "2024-06-17"],
      ["3400000.00", "2025-07-21"],
    ],
    justified: [["2750000.00", "2025-05-19"]],
  },
  {
    role: "contribution",
    by: "SIM-AGENCE",
    millions: "9.5",
    paid: [["2500000.00", "2024-09-02"]],
  },
  {
    role: "contribution",
    by: "SIM-PASSERELLE",
    millions: "0.8",
    inKind: true,
    purpose: "Locaux et formateurs",
  },
  { role: "line", millions: "3.2", purpose: "Bourses de démarrage" },
];

export function moneyByParty(story: Story): void {
  planAgreement(story, {
    ...{ reference: agreement, type: "tripartite_convention", territory: "90.103", reaches: "in_force" },
    ...titled("Convention jeunes de Belkamar", "اتفاقية شباب بلقمر", "Belkamar youth agreement"),
    ...{
      parties: between("SIM-PROV-BELKAMAR", "SIM-PASSERELLE"),
      from: "2024-03-01",
      to: "2029-12-31",
      signedOn: "2024-02-12",
    },
    promises: [
      {
        indicator: "employability_improved",
        wording: "Jeunes accompagnés",
        target: 800,
        deadline: "2029-12-31",
        populations: ["youth"],
      },
      {
        indicator: "projects_financed",
        wording: "Projets de jeunes financés",
        target: 150,
        deadline: "2029-12-31",
      },
      {
        indicator: "enterprises_created",
        wording: "Auto-entreprises créées",
        target: 180,
        deadline: "2029-12-31",
        populations: ["auto_entrepreneurs"],
      },
    ],
    money,
  });
  raiseAmount(story);
  tellYouth(story);
}

function raiseAmount(story: Story): void {
  story.on("2026-01-12", "director", (ctx) =>
    together(ctx, "agreements.amend", async (inside) => {
      const reason = "L'agence prend à sa charge les ateliers d'été";
      await approveLikeTheText(inside, agreement, "2026-01-12");
      const { number } = await amend(inside, {
        agreement,
        type: "amount",
        effectiveOn: "2026-01-12",
        clause: "art. 1",
        reason,
      });
      await amendContribution(inside, {
        contribution: `${agreement}/M3`,
        amendment: number,
        amount: "11000000.00",
      });
    }),
  );
}

function tellYouth(story: Story): void {
  const people = drawPeople(story.chance.sub(agreement), agreement, 600, {
    ages: [18, 30],
    in: "90.103",
    segments: ["youth"],
  });
  tellPeople(story, people, { commitment: `${agreement}/1`, from: "2024-03-18", to: "2026-06-05" });
  const places = ["90.103.01", "90.103.02", "90.103.05"];
  tellThings(story, 74, { commitment: `${agreement}/2`, from: "2024-06-03", to: "2026-06-05", places });
  tellThings(story, 88, { commitment: `${agreement}/3`, from: "2024-07-01", to: "2026-06-05", places });
}

/** Best efforts have no number: what was ordered is counted all the same. */
export function bestEffortsWithOrders(story: Story): void {
  const reference = "R90-2023-15";
  planAgreement(story, {
    ...{
      reference,
      type: "partnership_agreement",
      territory: "90.104",
      reaches: "in_force",
      signedOn: "2023-12-04",
    },
    ...titled("Accord Hôtels – Potières", "اتفاق الفنادق والخزافات", "Hotels–potters agreement"),
    ...{ parties: between("SIM-HOTELS", "SIM-COOP-ARGILE"), from: "2023-12-15", to: null },
    promises: [
      {
        ...{ indicator: "orders_placed", wording: "Commandes à la coopérative chaque fois que possible" },
        ...{ kind: "best_efforts", deadline: null, owedBy: "SIM-HOTELS" },
      },
      {
        indicator: "persons_trained_completed",
        wording: "Potières formées à la vente",
        target: 45,
        deadline: "2029-12-31",
      },
    ],
  });
  const places = ["90.104.02", "90.105.02"];
  tellThings(story, 132, {
    commitment: `${reference}/1`,
    from: "2024-01-08",
    to: "2026-06-05",
    places,
    quantities: [1, 3],
  });
  const potters = drawPeople(story.chance.sub(reference), reference, 29, {
    women: 1,
    milieu: "R",
    in: "90.104",
  });
  tellPeople(story, potters, { commitment: `${reference}/2`, from: "2024-02-05", to: "2026-04-20" });
}
