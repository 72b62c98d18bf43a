// What partners say in numbers, without persons: above what is realised, below it, and said anew.
import { declare } from "@iltizam/core/results";
import { drawPeople } from "../people.ts";
import { between, planAgreement, titled } from "../plan-agreement.ts";
import { daysAfter } from "../simulated-time.ts";
import type { Story } from "../story.ts";
import { matched, tellPeople } from "../tell-results.ts";

const quarters = [
  ["2025-01-01", "2025-03-31"],
  ["2025-04-01", "2025-06-30"],
  ["2025-07-01", "2025-09-30"],
  ["2025-10-01", "2025-12-31"],
  ["2026-01-01", "2026-03-31"],
] as const;

export function declaredAboveRealised(story: Story): void {
  const reference = "R90-2024-16";
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.105", reaches: "in_force", signedOn: "2024-11-18" },
    ...titled("Convention Hôtels Marsa Tayba", "اتفاقية فنادق مرسى طيبة", "Marsa Tayba Hotels agreement"),
    ...{ parties: between("SIM-HOTELS"), from: "2024-12-01", to: "2027-11-30" },
    promises: [
      {
        indicator: "placements",
        wording: "Recrutements dans les hôtels",
        target: 900,
        deadline: "2027-11-30",
        owedBy: "SIM-HOTELS",
      },
      {
        indicator: "insertion_contracts_converted",
        wording: "Contrats d'insertion transformés",
        target: 200,
        deadline: "2027-06-30",
      },
    ],
  });
  planQuarters(story, `${reference}/1`, "SIM-HOTELS", [112, 96, 140, 88, 101]);
  const people = drawPeople(story.chance.sub(reference), reference, 260, { in: "90.105" });
  tellPeople(story, people, {
    commitment: `${reference}/1`,
    from: "2024-12-16",
    to: "2026-05-25",
    mix: matched,
  });
  tellPeople(story, people.slice(0, 64), {
    commitment: `${reference}/2`,
    from: "2025-06-02",
    to: "2026-05-25",
  });
}

/** The partner says less than the persons whose contracts were seen; one quarter it says anew. */
export function declaredBelowRealised(story: Story): void {
  const reference = "R90-2024-17";
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.103", reaches: "in_force", signedOn: "2024-10-28" },
    ...titled("Convention formation textile", "اتفاقية التكوين في النسيج", "Textile training agreement"),
    ...{ parties: between("SIM-FED-TEXTILE", "SIM-METIERS"), from: "2024-11-01", to: "2027-10-31" },
    promises: [
      {
        indicator: "persons_trained_completed",
        wording: "Stagiaires formés",
        target: 750,
        deadline: "2027-10-31",
        owedBy: "SIM-FED-TEXTILE",
      },
      {
        indicator: "placements",
        wording: "Stagiaires placés",
        target: 450,
        deadline: "2027-10-31",
        owedBy: "SIM-FED-TEXTILE",
      },
    ],
  });
  planQuarters(story, `${reference}/1`, "SIM-FED-TEXTILE", [40, 52, 31, 60, 48]);
  const said = { commitment: `${reference}/1`, declarant: "SIM-FED-TEXTILE" };
  story.on("2025-11-10", "partner", (ctx) =>
    declare(ctx, {
      ...said,
      period: { from: "2025-07-01", to: "2025-09-30" },
      quantity: 46,
      note: "Chiffre rectifié",
    }),
  );
  const people = drawPeople(story.chance.sub(reference), reference, 420, { women: 0.8, in: "90.103" });
  tellPeople(story, people, { commitment: `${reference}/1`, from: "2024-11-18", to: "2026-06-01" });
  tellPeople(story, people.slice(0, 190), {
    commitment: `${reference}/2`,
    from: "2025-02-03",
    to: "2026-06-08",
    mix: matched,
  });
}

function planQuarters(story: Story, commitment: string, declarant: string, numbers: readonly number[]): void {
  for (const [index, [from, to]] of quarters.entries())
    story.on(daysAfter(to, 14), "partner", (ctx) =>
      declare(ctx, { commitment, declarant, period: { from, to }, quantity: numbers[index] ?? 0 }),
    );
}
