// A target is lowered by amendment: the original, the new one and the day stay readable.

import { drawPeople } from "../people.ts";
import { between, planAgreement, titled } from "../plan-agreement.ts";
import { planAmendment } from "../plan-amendment.ts";
import type { Story } from "../story.ts";
import { matched, tellPeople } from "../tell-results.ts";

const reference = "R90-2023-02";

export function aTargetLowered(story: Story): void {
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.103", reaches: "in_force" },
    ...titled(
      "Convention emploi avec le textile de Belkamar",
      "اتفاقية التشغيل مع قطاع النسيج ببلقمر",
      "Employment agreement with the Belkamar textile sector",
    ),
    parties: between("SIM-FED-TEXTILE", "SIM-TEXTILES"),
    ...{ from: "2023-06-01", to: "2026-12-31", signedOn: "2023-05-22" },
    promises: [
      {
        ...{ indicator: "durable_jobs", wording: "Emplois durables dans les ateliers de confection" },
        ...{ target: 1100, deadline: "2026-12-31", owedBy: "SIM-FED-TEXTILE" },
      },
      {
        ...{ indicator: "retained_6", wording: "Personnes encore en poste après six mois", target: 660 },
        ...{ deadline: "2026-12-31", owedBy: "SIM-TEXTILES" },
      },
      {
        ...{ indicator: "persons_trained_completed", wording: "Opératrices et opérateurs formés" },
        ...{ target: 860, deadline: null, to: null, owedBy: "SIM-FED-TEXTILE", populations: ["women"] },
      },
    ],
    money: [
      { role: "total", millions: "9.6" },
      { role: "contribution", by: "SIM-FED-TEXTILE", millions: "9.6", paid: [["4200000.00", "2024-09-12"]] },
    ],
  });
  planAmendment(story, {
    ...{ agreement: reference, on: "2024-11-04", targets: { 1: 800, 2: 520 } },
    reason: "Fermeture de deux ateliers et baisse des commandes",
  });
  const people = drawPeople(story.chance.sub(reference), reference, 700, { women: 0.78, in: "90.103" });
  tellPeople(story, people, { commitment: `${reference}/3`, from: "2023-07-03", to: "2026-04-20" });
  tellPeople(story, people.slice(0, 640), {
    ...{ commitment: `${reference}/1`, from: "2023-08-07", to: "2026-05-25", mix: matched },
  });
  tellPeople(story, people.slice(0, 400), {
    ...{ commitment: `${reference}/2`, from: "2024-02-12", to: "2026-06-10", mix: matched },
  });
}
