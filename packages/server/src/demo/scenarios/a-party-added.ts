// A funder joins a signed agreement by amendment.

import { drawPeople } from "../people.ts";
import { between, planAgreement, titled } from "../plan-agreement.ts";
import { planAmendment } from "../plan-amendment.ts";
import type { Story } from "../story.ts";
import { tellPeople, tellThings } from "../tell-results.ts";

const reference = "R90-2024-04";

export function aPartyAdded(story: Story): void {
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.105", reaches: "in_force" },
    ...titled(
      "Convention d'appui à l'initiative de Fardoussa",
      "اتفاقية دعم المبادرة بفردوسة",
      "Agreement to support initiative in Fardoussa",
    ),
    parties: between("SIM-FONDATION", "SIM-HORIZON"),
    ...{ from: "2024-05-01", to: "2027-12-31", signedOn: "2024-04-24" },
    promises: [
      {
        ...{ indicator: "enterprises_created", wording: "Très petites entreprises créées", target: 220 },
        ...{ deadline: "2027-12-31", owedBy: "SIM-FONDATION" },
      },
      {
        ...{ indicator: "incubated_projects", wording: "Projets en pépinière", target: 90 },
        ...{ deadline: "2026-12-31", owedBy: "SIM-FONDATION" },
      },
      {
        ...{
          indicator: "project_holders_supported",
          wording: "Porteurs de projets accompagnés",
          target: 500,
        },
        ...{ deadline: "2027-06-30", owedBy: "SIM-HORIZON", populations: ["project_holders"] },
        responsible: [
          ["SIM-AGENCE", "Accompagnement avant la création"],
          ["SIM-HORIZON", "Suivi pendant deux ans"],
        ],
      },
    ],
    money: [
      { role: "total", millions: "12.0" },
      { role: "contribution", by: "SIM-FONDATION", millions: "7.5", paid: [["2500000.00", "2024-11-05"]] },
    ],
  });
  planAmendment(story, {
    ...{ agreement: reference, on: "2025-05-12", joined: ["SIM-BANQUE", "funder"] },
    reason: "La banque finance les projets retenus",
  });
  const places = ["90.105.01", "90.105.02", "90.105.04"];
  tellThings(story, 138, { commitment: `${reference}/1`, from: "2024-09-02", to: "2026-06-15", places });
  tellThings(story, 61, { commitment: `${reference}/2`, from: "2024-06-10", to: "2026-05-20", places });
  const holders = drawPeople(story.chance.sub(reference), reference, 356, { ages: [21, 50], in: "90.105" });
  tellPeople(story, holders, { commitment: `${reference}/3`, from: "2024-05-20", to: "2026-06-05" });
}
