// How agreements end: closing, closed with its accounts settled, terminated, renewed by the next one.
import { amend, linkAgreements, renew, startClosing, terminate } from "@iltizam/core/agreements";
import { concludeAgreement } from "@iltizam/core/closure";
import { together } from "@iltizam/core/kernel";
import { drawPeople } from "../people.ts";
import { between, planAgreement, titled } from "../plan-agreement.ts";
import type { Story } from "../story.ts";
import { matched, tellPeople } from "../tell-results.ts";
import { keepSimulated } from "../write-text.ts";

export function closing(story: Story): void {
  const reference = "R90-2023-05";
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.103", reaches: "in_force" },
    ...titled(
      "Convention Solaire Ghdirat, chantier",
      "اتفاقية ورش الغديرات للطاقة الشمسية",
      "Ghdirat Solar site agreement",
    ),
    ...{ parties: between("SIM-SOLAIRE"), from: "2023-09-01", to: "2026-04-30", signedOn: "2023-08-21" },
    promises: [
      {
        indicator: "temporary_jobs",
        wording: "Emplois du chantier solaire",
        target: 500,
        deadline: "2026-04-30",
      },
      { indicator: "durable_jobs", wording: "Emplois d'exploitation", target: 60, deadline: "2026-04-30" },
    ],
    money: [
      {
        ...{
          role: "contribution",
          by: "SIM-SOLAIRE",
          millions: "3.0",
          called: [["3000000.00", "2024-01-10"]],
        },
        ...{ paid: [["3000000.00", "2024-03-11"]], justified: [["2100000.00", "2026-05-20"]] },
      },
    ],
  });
  story.on("2026-05-11", "director", (ctx) => startClosing(ctx, { agreement: reference }));
  const people = drawPeople(story.chance.sub(reference), reference, 520, { women: 0.1, in: "90.103" });
  tellPeople(story, people, { commitment: `${reference}/1`, from: "2023-10-02", to: "2026-03-30" });
  tellPeople(story, people.slice(0, 57), {
    commitment: `${reference}/2`,
    from: "2025-01-06",
    to: "2026-04-20",
    mix: matched,
  });
}

export function closedAndSettled(story: Story): void {
  const reference = "R90-2023-06";
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.102", reaches: "in_force" },
    ...titled("Convention Safran d'Aït Warzam", "اتفاقية زعفران آيت ورزام", "Ait Warzam saffron agreement"),
    ...{ parties: between("SIM-COOP-SAFRAN", "SIM-TERRITOIRES"), from: "2023-06-15", to: "2025-06-14" },
    signedOn: "2023-06-08",
    promises: [
      { indicator: "temporary_jobs", wording: "Cueilleuses employées", target: 300, deadline: "2025-06-14" },
      {
        indicator: "persons_trained_completed",
        wording: "Productrices formées",
        target: 120,
        deadline: "2025-03-31",
      },
    ],
    money: [
      {
        ...{
          role: "contribution",
          by: "SIM-TERRITOIRES",
          millions: "1.5",
          called: [["1500000.00", "2023-09-04"]],
        },
        ...{ paid: [["1500000.00", "2023-10-16"]], justified: [["1500000.00", "2025-06-30"]] },
      },
    ],
  });
  story.on("2025-06-23", "director", (ctx) => startClosing(ctx, { agreement: reference }));
  story.on("2025-09-08", "director", (ctx) =>
    together(ctx, "closure.conclude", async (inside) => {
      const title = "Rapport final de la convention Safran d'Aït Warzam";
      const { id: documentId } = await keepSimulated(inside, "report", title, "Comptes soldés.");
      const lessons =
        "Former avant la cueillette et non pendant ; compter les cueilleuses une fois par campagne, au pesage.";
      await concludeAgreement(inside, { agreement: reference, lessons, documentId });
    }),
  );
  const people = drawPeople(story.chance.sub(reference), reference, 318, {
    women: 0.88,
    milieu: "R",
    in: "90.102",
  });
  tellPeople(story, people, { commitment: `${reference}/1`, from: "2023-09-25", to: "2025-06-01" });
  tellPeople(story, people.slice(0, 131), {
    commitment: `${reference}/2`,
    from: "2023-07-10",
    to: "2025-03-10",
  });
}

export function terminated(story: Story): void {
  const agreement = "R90-2024-06";
  planAgreement(story, {
    ...{ reference: agreement, type: "convention", territory: "90.105", reaches: "in_force" },
    ...titled(
      "Convention Conserves Ras Lmrabet",
      "اتفاقية معلبات رأس المرابط",
      "Ras Lmrabet Canning agreement",
    ),
    ...{ parties: between("SIM-CONSERVES"), from: "2024-02-01", to: "2027-01-31", signedOn: "2024-01-22" },
    promises: [
      { indicator: "temporary_jobs", wording: "Emplois de campagne", target: 650, deadline: "2027-01-31" },
      { indicator: "durable_jobs", wording: "Emplois permanents", target: 90, deadline: "2027-01-31" },
    ],
  });
  const people = drawPeople(story.chance.sub(agreement), agreement, 170, { women: 0.7, in: "90.105" });
  tellPeople(story, people, { commitment: `${agreement}/1`, from: "2024-03-04", to: "2025-02-20" });
  const [on, reason] = ["2025-04-14", "L'entreprise a cessé son activité"] as const;
  story.on(on, "director", (ctx) =>
    together(ctx, "agreements.terminate", async (inside) => {
      await amend(inside, { agreement, type: "termination", effectiveOn: on, clause: "art. 12", reason });
      await terminate(inside, { agreement, on, reason });
    }),
  );
}

export function renewed(story: Story): void {
  const common = { type: "convention", territory: "90.101", reaches: "in_force" } as const;
  const parties = between("SIM-FED-NUMERIQUE", "SIM-UNIVERSITE");
  planAgreement(story, {
    ...{ reference: "R90-2023-07", ...common, parties, from: "2023-05-01", to: "2025-04-30" },
    ...titled("Convention numérique 2023-2025", "اتفاقية الرقمنة 2023-2025", "Digital agreement 2023–2025"),
    signedOn: "2023-04-25",
    promises: [
      {
        indicator: "placements",
        wording: "Diplômés placés dans le numérique",
        target: 500,
        deadline: "2025-04-30",
      },
      {
        indicator: "persons_trained_completed",
        wording: "Diplômés reconvertis",
        target: 420,
        deadline: "2025-04-30",
      },
    ],
  });
  planAgreement(story, {
    ...{ reference: "R90-2025-03", ...common, parties, from: "2025-05-01", to: "2029-04-30" },
    ...titled("Convention numérique 2025-2029", "اتفاقية الرقمنة 2025-2029", "Digital agreement 2025–2029"),
    signedOn: "2025-04-28",
    promises: [
      {
        indicator: "placements",
        wording: "Diplômés placés dans le numérique",
        target: 900,
        deadline: "2029-04-30",
      },
      {
        indicator: "retained_12",
        wording: "Diplômés encore en poste après un an",
        target: 600,
        deadline: "2029-04-30",
      },
    ],
  });
  story.on("2025-05-19", "director", (ctx) =>
    together(ctx, "agreements.renew", async (inside) => {
      await linkAgreements(inside, { from: "R90-2025-03", to: "R90-2023-07", kind: "renews" });
      await renew(inside, { agreement: "R90-2023-07", reason: "Reconduite pour quatre ans" });
    }),
  );
  tellGraduates(story);
}

function tellGraduates(story: Story): void {
  const crowd = { ages: [21, 34], education: ["5", "6", "7"], milieu: "U" } as const;
  const people = drawPeople(story.chance.sub("digital"), "R90-2023-07", 620, crowd);
  tellPeople(story, people.slice(0, 330), {
    commitment: "R90-2023-07/1",
    from: "2023-06-05",
    to: "2025-04-20",
    mix: matched,
  });
  tellPeople(story, people.slice(0, 300), {
    commitment: "R90-2023-07/2",
    from: "2023-05-15",
    to: "2025-04-10",
  });
  tellPeople(story, people.slice(370), {
    commitment: "R90-2025-03/1",
    from: "2025-05-12",
    to: "2026-06-12",
    mix: matched,
  });
  tellPeople(story, people.slice(370, 450), {
    commitment: "R90-2025-03/2",
    from: "2026-05-20",
    to: "2026-06-14",
    mix: matched,
  });
}
