// The end of an agreement and of one of its promises is put off by amendment.

import { drawPeople } from "../people.ts";
import { between, planAgreement, titled } from "../plan-agreement.ts";
import { planAmendment } from "../plan-amendment.ts";
import type { Story } from "../story.ts";
import { tellPeople } from "../tell-results.ts";

const reference = "R90-2023-03";

export function aDurationExtended(story: Story): void {
  planAgreement(story, {
    ...{ reference, type: "tripartite_convention", territory: "90.104", reaches: "in_force" },
    ...titled(
      "Convention tripartite pour les jeunes ruraux d'Imouzlane",
      "اتفاقية ثلاثية لفائدة الشباب القروي بإيموزلان",
      "Tripartite agreement for the rural youth of Imouzlane",
    ),
    parties: between("SIM-PROV-IMOUZLANE", "SIM-ELAN"),
    ...{ from: "2023-07-01", to: "2025-12-31", signedOn: "2023-06-19" },
    promises: [
      {
        ...{ indicator: "insertion_contracts_started", wording: "Jeunes ruraux en contrat d'insertion" },
        ...{ target: 480, deadline: "2025-12-31", owedBy: "SIM-ELAN", milieu: "rural" },
        ...{
          populations: ["rural_youth"],
          eligibility: [
            ["milieu", "rural"],
            ["age_to", "35"],
          ],
        },
      },
      {
        ...{
          indicator: "project_holders_supported",
          wording: "Porteurs de projets accompagnés",
          target: 160,
        },
        ...{ deadline: "2025-12-31", owedBy: "SIM-ELAN" },
      },
    ],
    money: [
      { role: "total", millions: "6.4" },
      {
        role: "contribution",
        by: "SIM-PROV-IMOUZLANE",
        millions: "4.0",
        called: [["2000000.00", "2024-01-15"]],
      },
      { role: "contribution", millions: "2.4", purpose: "Financement à trouver" },
    ],
  });
  planAmendment(story, {
    ...{ agreement: reference, on: "2025-10-20", extendedTo: ["2026-12-31", [1]] },
    reason: "Une année de sécheresse a retardé les embauches",
  });
  const people = drawPeople(story.chance.sub(reference), reference, 390, {
    ...{ ages: [18, 33], milieu: "R", in: "90.104", segments: ["rural_youth"] },
  });
  tellPeople(story, people.slice(0, 330), {
    commitment: `${reference}/1`,
    from: "2023-08-01",
    to: "2026-05-30",
  });
  tellPeople(story, people.slice(250), {
    commitment: `${reference}/2`,
    from: "2023-09-04",
    to: "2025-11-28",
  });
}
