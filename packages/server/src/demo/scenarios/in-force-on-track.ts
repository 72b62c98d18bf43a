// An agreement as it should be: promised, worked at, proven by others, ahead of its calendar.

import { planCommittee } from "../hold-committee.ts";
import { drawPeople } from "../people.ts";
import { planAgreement } from "../plan-agreement.ts";
import type { Story } from "../story.ts";
import { matched, tellPeople } from "../tell-results.ts";

export function inForceOnTrack(story: Story): void {
  const reference = "R90-2024-01";
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.101", reaches: "in_force" },
    title: "Convention de recrutement Câblerie Nassima",
    titleAr: "اتفاقية التشغيل مع شركة أسلاك النسيمة",
    titleEn: "Nassima Wiring recruitment agreement",
    purpose: "Recruter et former à la câblerie les demandeurs d'emploi de Tilmira.",
    parties: [
      ["SIM-AGENCE", "signatory"],
      ["SIM-CABLERIE", "signatory"],
      ["SIM-METIERS", "trainer"],
    ],
    ...{ from: "2024-03-01", to: "2030-02-28", signedOn: "2024-02-20" },
    promises: [
      {
        ...{ indicator: "durable_jobs", wording: "Emplois durables à la câblerie", target: 1000 },
        ...{ deadline: "2030-02-28", owedBy: "SIM-CABLERIE", eligibility: [["residence", "90"]] },
        byProvince: { "90.101": 720, "90.102": 160, "90.103": 80 },
        responsible: [["SIM-AGENCE", "Présélection des candidats"]],
      },
      {
        ...{ indicator: "persons_trained_completed", wording: "Personnes formées à la câblerie" },
        ...{ target: 1250, deadline: "2029-12-31", owedBy: "SIM-METIERS" },
      },
    ],
    money: [
      { role: "total", millions: "18.0" },
      { role: "contribution", by: "SIM-CABLERIE", millions: "10.0", paid: [["6000000.00", "2025-02-10"]] },
      { role: "contribution", by: "SIM-AGENCE", millions: "8.0", called: [["3000000.00", "2024-05-02"]] },
    ],
  });
  const people = drawPeople(story.chance.sub(reference), reference, 1010, { in: "90.101" });
  tellPeople(story, people, { commitment: `${reference}/2`, from: "2024-03-20", to: "2026-05-30" });
  tellPeople(story, people.slice(0, 860), {
    ...{ commitment: `${reference}/1`, from: "2024-05-20", to: "2026-06-20", mix: matched },
  });
  planCommittee(story, reference, "2025-03-11", 2, [
    {
      ...{ decision: "Ouvrir une deuxième promotion de formation", owner: "SIM-METIERS" },
      ...{ dueOn: "2025-05-30", doneOn: "2025-05-12" },
    },
  ]);
}
