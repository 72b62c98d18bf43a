// The agency's own part, set down in an operational annex after the signature: candidates whom it presents.
import { finalise, promise, setTarget } from "@iltizam/core/commitments";
import { together } from "@iltizam/core/kernel";
import { drawPeople } from "../people.ts";
import { daysAfter } from "../simulated-time.ts";
import type { Story } from "../story.ts";
import { tellPeople } from "../tell-results.ts";

/** The commitment that the annex adds, its day, its target, and how many were presented by the last day. */
const annexes: readonly (readonly [commitment: string, on: string, target: number, presented: number])[] = [
  ["R90-2023-02/4", "2023-07-10", 140, 96],
  ["R90-2023-03/3", "2023-08-21", 60, 42],
  ["R90-2023-04/3", "2023-07-03", 120, 84],
  ["R90-2023-08/3", "2023-10-16", 160, 110],
  ["R90-2023-09/4", "2023-10-23", 110, 74],
  ["R90-2023-11/5", "2024-03-04", 60, 38],
  ["R90-2023-12/4", "2024-01-15", 600, 21],
  ["R90-2023-14/3", "2024-01-22", 400, 12],
  ["R90-2023-15/3", "2024-02-05", 30, 19],
  ["R90-2024-01/3", "2024-04-08", 150, 102],
  ["R90-2024-03/3", "2024-05-13", 130, 88],
  ["R90-2024-04/4", "2024-06-10", 50, 31],
  ["R90-2024-08/3", "2024-11-04", 1500, 67],
  ["R90-2024-09/4", "2024-11-18", 90, 59],
  ["R90-2024-10/2", "2024-10-14", 80, 52],
  ["R90-2024-11/3", "2024-10-21", 60, 40],
  ["R90-2024-12/3", "2024-12-02", 70, 45],
  ["R90-2024-13/3", "2024-05-20", 50, 36],
  ["R90-2024-14/2", "2024-07-08", 30, 22],
  ["R90-2024-15/3", "2024-09-02", 50, 33],
  ["R90-2024-16/3", "2025-01-20", 90, 61],
  ["R90-2024-17/3", "2024-12-16", 70, 47],
  ["R90-2024-18/4", "2024-04-22", 40, 29],
  ["R90-2025-01/4", "2025-03-17", 700, 0],
  ["R90-2025-03/3", "2025-06-16", 80, 54],
];

export function candidatesPresented(story: Story): void {
  for (const [commitment, on, target, presented] of annexes) {
    const [agreement = ""] = commitment.split("/");
    story.on(on, "officer", (ctx) =>
      together(ctx, "commitments.promise", async (inside) => {
        const wording = "Candidats présentés par l'agence (annexe opérationnelle)";
        const indicator = "candidates_presented";
        await promise(inside, {
          agreement,
          indicator,
          wording,
          deadline: "2030-12-31",
          owedBy: "SIM-AGENCE",
        });
        await finalise(inside, { commitment });
        await setTarget(inside, { commitment, quantity: target, effectiveOn: on, clause: "annexe, art. 3" });
      }),
    );
    const people = drawPeople(story.chance.sub(commitment), `${commitment}-presented`, presented);
    tellPeople(story, people, { commitment, from: daysAfter(on, 14), to: "2026-06-10" });
  }
}
