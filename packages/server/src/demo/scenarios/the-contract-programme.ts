// A programme, the contract-programme under it, a bundle with its four conventions: persons are counted once above.
import { linkAgreements, putInForce, sign } from "@iltizam/core/agreements";
import { moveAgreement } from "@iltizam/core/results";
import { planCommittee } from "../hold-committee.ts";
import { drawPeople, type Person } from "../people.ts";
import { between, planAgreement, titled } from "../plan-agreement.ts";
import type { PlannedAgreement } from "../planned.ts";
import type { Story } from "../story.ts";
import { matched, tellPeople, tellThings } from "../tell-results.ts";

const period = { from: "2023-09-01", to: "2026-12-31" } as const;
const funders = [...between("SIM-REGION"), ["SIM-TERRITOIRES", "operator"] as const];

export function theContractProgramme(story: Story): void {
  planAgreement(story, {
    ...{ reference: "R90-2023-P1", kind: "programme", type: "programme", reaches: "in_force", ...period },
    ...titled("Programme régional de l'emploi", "البرنامج الجهوي للتشغيل", "Regional employment programme"),
    ...{ parties: [["SIM-REGION", "patron"]], signedOn: "2023-05-02" },
    promises: [
      {
        indicator: "durable_jobs",
        wording: "Emplois durables dans la région",
        target: 4000,
        deadline: "2030-12-31",
      },
    ],
  });
  planContractProgramme(story);
  planBundle(story);
  planCommittee(story, "R90-2023-CP", "2025-02-18", 2, [
    { decision: "Désigner le contributeur manquant", owner: "SIM-REGION", dueOn: "2025-06-30" },
    {
      decision: "Compter une seule fois les personnes de deux volets",
      owner: "SIM-AGENCE",
      dueOn: "2025-04-30",
      doneOn: "2025-04-07",
    },
  ]);
}

function planContractProgramme(story: Story): void {
  planAgreement(story, {
    ...{ reference: "R90-2023-CP", kind: "contract_programme", type: "contract_programme", ...period },
    ...titled(
      "Contrat-programme pour l'emploi 2023-2026",
      "العقد البرنامج للتشغيل 2023-2026",
      "Employment contract-programme 2023–2026",
    ),
    ...{ parties: [...between("SIM-REGION", "SIM-MINISTERE")], parent: "R90-2023-P1", reaches: "in_force" },
    ...{ signedOn: "2023-08-15" },
    promises: [
      {
        indicator: "durable_jobs",
        wording: "Emplois durables, tous volets",
        target: 2500,
        deadline: "2026-12-31",
      },
      {
        indicator: "employability_improved",
        wording: "Personnes dont l'employabilité s'améliore",
        target: 3000,
        deadline: "2026-12-31",
      },
    ],
    money: [
      { role: "total", millions: "96.4" },
      {
        role: "contribution",
        by: "SIM-REGION",
        millions: "40.0",
        called: [["20000000.00", "2024-02-05"]],
        paid: [["18500000.00", "2024-04-22"]],
      },
      { role: "contribution", by: "SIM-MINISTERE", millions: "22.0", paid: [["12000000.00", "2024-12-09"]] },
      { role: "contribution", millions: "14.4", purpose: "Contributeur non désigné" },
    ],
  });
}

const volets: readonly Pick<
  PlannedAgreement,
  "reference" | "title" | "titleAr" | "titleEn" | "promises" | "money"
>[] = [
  {
    ...{
      reference: "R90-2023-08",
      ...titled("Volet emploi salarié", "شق العمل المأجور", "Salaried work strand"),
    },
    promises: [
      {
        indicator: "durable_jobs",
        wording: "Emplois durables du volet salarié",
        target: 1400,
        deadline: "2026-12-31",
      },
      {
        indicator: "insertion_contracts_started",
        wording: "Contrats d'insertion",
        target: 1200,
        deadline: "2026-06-30",
      },
    ],
    money: [{ role: "total", millions: "48.2" }],
  },
  {
    ...{ reference: "R90-2023-09", ...titled("Volet formation", "شق التكوين", "Training strand") },
    promises: [
      {
        indicator: "persons_trained_completed",
        wording: "Personnes formées",
        target: 1600,
        deadline: "2026-12-31",
      },
      {
        indicator: "durable_jobs",
        wording: "Emplois durables après formation",
        target: 700,
        deadline: "2026-12-31",
      },
      {
        indicator: "employability_improved",
        wording: "Employabilité améliorée",
        target: 2000,
        deadline: "2026-12-31",
      },
    ],
    money: [{ role: "total", millions: "28.2" }],
  },
  {
    ...{
      reference: "R90-2023-10",
      ...titled("Volet entrepreneuriat", "شق المقاولة", "Entrepreneurship strand"),
    },
    promises: [
      {
        indicator: "enterprises_created",
        wording: "Entreprises créées",
        target: 400,
        deadline: "2026-12-31",
      },
      { indicator: "projects_financed", wording: "Projets financés", target: 260, deadline: "2026-12-31" },
      {
        indicator: "enterprises_active_12",
        wording: "Entreprises actives après un an",
        target: 250,
        deadline: "2027-12-31",
      },
    ],
    money: [{ role: "total", millions: "14.0" }],
  },
  {
    ...{ reference: "R90-2023-11", ...titled("Volet proximité", "شق القرب", "Proximity strand") },
    promises: [
      {
        indicator: "service_points_opened",
        wording: "Espaces emploi ouverts",
        target: 12,
        deadline: "2026-12-31",
      },
      {
        indicator: "mobile_units_deployed",
        wording: "Unités mobiles, nombre non fixé",
        deadline: "2026-12-31",
      },
      {
        indicator: "mobile_unit_days",
        wording: "Journées d'unité mobile",
        target: 900,
        deadline: "2026-12-31",
      },
      {
        indicator: "mobile_unit_persons_met",
        wording: "Personnes rencontrées",
        target: 2600,
        deadline: "2026-12-31",
      },
    ],
    money: [{ role: "total", millions: "6.0" }],
  },
];

function planBundle(story: Story): void {
  const bundle = "R90-2023-B1";
  planAgreement(story, {
    ...{ reference: bundle, kind: "bundle", type: "convention", reaches: "drafting", ...period },
    ...titled(
      "Les quatre conventions du contrat-programme",
      "الاتفاقيات الأربع للعقد البرنامج",
      "The four agreements of the contract-programme",
    ),
    ...{
      parties: [["SIM-REGION", "counterparty"]],
      parent: "R90-2023-CP",
      standsFor: 4,
      signedOn: "2023-08-20",
    },
  });
  for (const volet of volets)
    planAgreement(story, {
      ...{ ...volet, ...period, type: "convention", reaches: "in_force", parties: funders },
      ...{ signedOn: "2023-08-28", parent: volet.reference === "R90-2023-11" ? "R90-2023-CP" : bundle },
    });
  moveAndSign(story, bundle);
  harvest(story);
}

/** The fourth convention hung under the contract-programme itself until somebody put it into the bundle. */
function moveAndSign(story: Story, bundle: string): void {
  story.on("2024-01-22", "director", (ctx) =>
    moveAgreement(ctx, {
      agreement: "R90-2023-11",
      parent: bundle,
      reason: "Il fait partie des quatre conventions",
    }),
  );
  story.on("2024-01-23", "director", (ctx) => sign(ctx, { agreement: bundle }));
  story.on("2024-01-24", "director", (ctx) => putInForce(ctx, { agreement: bundle }));
  story.on("2024-01-25", "officer", (ctx) =>
    linkAgreements(ctx, { from: "R90-2023-CP", to: "R90-2023-01", kind: "refers_to" }),
  );
}

function harvest(story: Story): void {
  const people = drawPeople(story.chance.sub("contract-programme"), "R90-2023-CP", 1500);
  const tell = (some: readonly Person[], commitment: string, from: string, to: string, jobs = false) =>
    tellPeople(story, some, { commitment, from, to, ...(jobs && { mix: matched }) });
  tell(people.slice(0, 560), "R90-2023-08/1", "2023-10-02", "2026-06-10", true);
  tell(people.slice(120, 720), "R90-2023-08/2", "2023-09-18", "2026-05-28");
  tell(people.slice(520, 1180), "R90-2023-09/1", "2023-10-09", "2026-06-05");
  tell(people.slice(500, 770), "R90-2023-09/2", "2024-02-05", "2026-06-12", true);
  tell(people.slice(520, 1380), "R90-2023-09/3", "2023-10-16", "2026-06-05");
  tell(people.slice(880, 1500), "R90-2023-11/4", "2024-02-19", "2026-06-14");
  const places = ["90.101.03", "90.102.02", "90.103.04", "90.104.03", "90.105.03"];
  const between24 = { from: "2024-01-08", to: "2026-06-10", places };
  tellThings(story, 268, { commitment: "R90-2023-10/1", ...between24 });
  tellThings(story, 171, { commitment: "R90-2023-10/2", ...between24 });
  tellThings(story, 96, { commitment: "R90-2023-10/3", ...between24, from: "2025-02-03" });
  tellThings(story, 9, { commitment: "R90-2023-11/1", ...between24 });
  tellThings(story, 2, { commitment: "R90-2023-11/2", ...between24 });
  tellThings(story, 120, { commitment: "R90-2023-11/3", ...between24, quantities: [2, 6] });
}
