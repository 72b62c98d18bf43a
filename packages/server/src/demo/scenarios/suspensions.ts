// One agreement is suspended today; another was suspended and taken up again.
import { resume } from "@iltizam/core/agreements";
import { drawPeople } from "../people.ts";
import { between, planAgreement, titled } from "../plan-agreement.ts";
import { planAmendment } from "../plan-amendment.ts";
import type { Story } from "../story.ts";
import { tellPeople } from "../tell-results.ts";

export function suspendedToday(story: Story): void {
  const reference = "R90-2024-05";
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.102", reaches: "in_force" },
    ...titled("Convention chantiers d'Ouzaren", "اتفاقية أوراش أوزارن", "Ouzaren building sites agreement"),
    parties: between("SIM-BTP", "SIM-TERRITOIRES"),
    ...{ from: "2024-06-01", to: "2027-05-31", signedOn: "2024-05-27" },
    promises: [
      {
        ...{ indicator: "temporary_jobs", wording: "Emplois temporaires sur les chantiers", target: 700 },
        ...{ deadline: "2027-05-31", owedBy: "SIM-BTP" },
      },
      {
        ...{ indicator: "durable_jobs", wording: "Emplois durables issus des chantiers", target: 150 },
        ...{ deadline: "2027-05-31", owedBy: "SIM-BTP" },
      },
    ],
  });
  planAmendment(story, {
    ...{ agreement: reference, on: "2026-02-09", suspends: true },
    reason: "Chantiers arrêtés dans l'attente d'un nouveau marché",
  });
  const people = drawPeople(story.chance.sub(reference), reference, 310, { women: 0.12, in: "90.102" });
  tellPeople(story, people, { commitment: `${reference}/1`, from: "2024-07-01", to: "2026-01-30" });
  tellPeople(story, people.slice(0, 34), {
    commitment: `${reference}/2`,
    from: "2025-01-15",
    to: "2026-01-20",
  });
}

export function suspendedAndResumed(story: Story): void {
  const reference = "R90-2023-04";
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.105", reaches: "in_force" },
    ...titled(
      "Convention saisonnière de Marsa Tayba",
      "اتفاقية الشغل الموسمي بمرسى طيبة",
      "Marsa Tayba seasonal agreement",
    ),
    parties: between("SIM-HOTELS", "SIM-FED-TOURISME"),
    ...{ from: "2023-05-15", to: "2030-12-31", signedOn: "2023-05-08" },
    promises: [
      {
        ...{ indicator: "temporary_jobs", wording: "Saisonniers embauchés par les hôtels", target: 2400 },
        ...{ deadline: "2030-12-31", owedBy: "SIM-HOTELS" },
      },
      {
        ...{
          indicator: "persons_trained_completed",
          wording: "Saisonniers formés à l'accueil",
          target: 1500,
        },
        ...{ deadline: "2030-06-30", owedBy: "SIM-FED-TOURISME" },
      },
    ],
  });
  planAmendment(story, {
    ...{ agreement: reference, on: "2024-10-14", suspends: true },
    reason: "Travaux dans deux hôtels pendant l'hiver",
  });
  story.on("2025-03-03", "director", (ctx) =>
    resume(ctx, { agreement: reference, on: "2025-03-03", reason: "Les hôtels rouvrent" }),
  );
  const people = drawPeople(story.chance.sub(reference), reference, 700, { ages: [18, 40], in: "90.105" });
  tellPeople(story, people, { commitment: `${reference}/1`, from: "2023-06-05", to: "2026-06-20" });
  tellPeople(story, people.slice(200), {
    commitment: `${reference}/2`,
    from: "2023-06-01",
    to: "2026-05-31",
  });
}
