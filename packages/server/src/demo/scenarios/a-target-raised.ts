// A target is raised by amendment, because the first one was reached early.

import { drawPeople } from "../people.ts";
import { between, planAgreement, titled } from "../plan-agreement.ts";
import { planAmendment } from "../plan-amendment.ts";
import type { Story } from "../story.ts";
import { matched, tellPeople } from "../tell-results.ts";

const reference = "R90-2024-03";

export function aTargetRaised(story: Story): void {
  planAgreement(story, {
    ...{ reference, type: "partnership_agreement", territory: "90.101", reaches: "in_force" },
    ...titled(
      "Accord de partenariat avec Allo Zahrouna Services",
      "اتفاق شراكة مع ألو زهرونة للخدمات",
      "Partnership agreement with Allo Zahrouna Services",
    ),
    parties: between("SIM-APPELS"),
    ...{ from: "2024-04-01", to: "2030-03-31", signedOn: "2024-03-18" },
    promises: [
      {
        ...{ indicator: "placements", wording: "Recrutements de conseillers clients", target: 420 },
        ...{ deadline: "2030-03-31", owedBy: "SIM-APPELS", qualifier: "at_least" },
      },
      {
        ...{ indicator: "employability_improved", wording: "Jeunes préparés à l'entretien en ligne" },
        ...{ target: 640, deadline: "2029-12-31", owedBy: "SIM-AGENCE", populations: ["youth"] },
      },
    ],
  });
  planAmendment(story, {
    ...{ agreement: reference, on: "2025-09-15", targets: { 1: 700 } },
    reason: "Ouverture d'un troisième plateau",
  });
  const people = drawPeople(story.chance.sub(reference), reference, 560, { ages: [19, 31], milieu: "U" });
  tellPeople(story, people, { commitment: `${reference}/2`, from: "2024-04-15", to: "2026-06-01" });
  tellPeople(story, people.slice(40, 500), {
    ...{ commitment: `${reference}/1`, from: "2024-05-06", to: "2026-06-12", mix: matched },
  });
}
