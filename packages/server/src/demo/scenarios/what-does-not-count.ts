// Results that are kept and do not count: not eligible, outside the period, withdrawn; and results that were corrected.
import { correctResult, withdrawResult } from "@iltizam/core/results";
import { factsOf } from "../live.ts";
import { drawPeople } from "../people.ts";
import { between, planAgreement, titled } from "../plan-agreement.ts";
import type { Story } from "../story.ts";
import { tellPeople } from "../tell-results.ts";

export function notEligibleAndOutOfPeriod(story: Story): void {
  const reference = "R90-2024-14";
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.104", reaches: "in_force", signedOn: "2024-05-13" },
    ...titled("Convention potières de Taghzoute", "اتفاقية خزافات تاغزوت", "Taghzoute potters' agreement"),
    ...{ parties: between("SIM-COOP-ARGILE", "SIM-ELAN"), from: "2024-06-01", to: "2026-12-31" },
    promises: [
      {
        ...{ indicator: "placements", wording: "Femmes rurales sans diplôme employées", target: 220 },
        ...{ deadline: "2026-12-31", populations: ["rural_woman", "no_diploma"] },
        eligibility: [
          ["sex", "F"],
          ["milieu", "rural"],
          ["residence", "90.104"],
          ["education_to", "3"],
        ],
      },
    ],
  });
  const harvest = { commitment: `${reference}/1`, to: "2026-06-05" };
  const draw = story.chance.sub(reference);
  const asked = { women: 1, milieu: "R", in: "90.104", education: ["0", "1", "2", "3"] } as const;
  tellPeople(story, drawPeople(draw, reference, 150, asked), { ...harvest, from: "2024-06-17" });
  const others = drawPeople(draw, `${reference}-autres`, 40, { women: 0.4 });
  tellPeople(story, others, { ...harvest, from: "2024-07-01", batch: "autres" });
  const early = drawPeople(draw, `${reference}-avant`, 12, asked);
  tellPeople(story, early, { ...harvest, from: "2024-02-05", to: "2024-05-20", batch: "avant", delay: 140 });
}

/** Facts taken back with a reason, corrected by hand, and corrected by the source that sends a row anew. */
export function withdrawnAndCorrected(story: Story): void {
  const reference = "R90-2024-15";
  planAgreement(story, {
    ...{ reference, type: "convention", territory: "90.105", reaches: "in_force", signedOn: "2024-07-08" },
    ...titled("Convention Horizon Jeunes", "اتفاقية أفق الشباب", "Youth Horizon agreement"),
    ...{ parties: between("SIM-HORIZON"), from: "2024-07-15", to: "2027-07-14" },
    promises: [
      {
        indicator: "employability_improved",
        wording: "Jeunes NEET accompagnés",
        target: 700,
        deadline: "2027-07-14",
        populations: ["neet"],
      },
      {
        indicator: "placements",
        wording: "Jeunes NEET placés",
        target: 320,
        deadline: "2027-07-14",
        populations: ["neet"],
      },
    ],
  });
  const people = drawPeople(story.chance.sub(reference), reference, 420, {
    ages: [16, 24],
    in: "90.105",
    segments: ["neet"],
  });
  tellPeople(story, people, { commitment: `${reference}/1`, from: "2024-08-05", to: "2026-06-08" });
  tellPeople(story, people.slice(0, 150), {
    commitment: `${reference}/2`,
    from: "2024-09-16",
    to: "2026-06-08",
  });
  const told = (commitment: number, index: number) => `${reference}/${commitment}#${index}`;
  story.on("2025-11-17", "counsellor", async (ctx) => {
    for (const fact of await factsOf(
      ctx,
      [3, 8, 15, 21, 34].map((index) => told(2, index)),
    ))
      await withdrawResult(ctx, { fact, reason: "Le contrat n'a jamais commencé" });
  });
  story.on("2025-12-08", "counsellor", async (ctx) => {
    for (const fact of await factsOf(
      ctx,
      [5, 12, 40].map((index) => told(2, index)),
    ))
      await correctResult(ctx, {
        fact,
        changes: { place: "fictional:90.105.02" },
        reason: "Mauvaise commune",
      });
  });
  const corrected = story.results.filter(({ row }) =>
    [7, 19].map((index) => told(1, index)).includes(row.externalId),
  );
  for (const tale of corrected)
    story.tell({ ...tale, on: "2026-01-20", row: { ...tale.row, sex: tale.row.sex === "F" ? "M" : "F" } });
}
