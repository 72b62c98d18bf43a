// What leaves the house: the editions of the region, one for the year that ended and one at the end of the story, with
// what partners say beside their figures; the file of a committee, and the answer to a question.
import { type Context, space } from "@iltizam/core/kernel";
import { preparePaper } from "@iltizam/core/papers";
import { comment, publish } from "@iltizam/core/publishing";
import { lastDay } from "./simulated-time.ts";
import type { Story } from "./story.ts";

const simulated = space.enum.simulated;

/** Head office publishes how the year ended, once January's reports are in. */
export function planEditions(story: Story): void {
  story.on("2026-01-31", "director", (ctx) => publish(ctx, { space: simulated, asOf: "2025-12-31" }));
  for (const said of comments) story.on("2026-06-15", "partner", (ctx) => comment(ctx, said));
}

/** In the language of who speaks. */
const comments = [
  {
    commitment: "R90-2023-12/1",
    organisation: "SIM-BTP",
    language: "fr",
    text: "Deux chantiers ont commencé avec un an de retard : les recrutements suivent leur calendrier, pas celui du texte.",
  },
  {
    commitment: "R90-2023-02/1",
    organisation: "SIM-FED-TEXTILE",
    language: "ar",
    text: "خفض الهدف بملحق بعد إغلاق ورشتين وتراجع الطلبيات؛ ويبقى الهدف الأصلي منشورا.",
  },
] as const;

/** The edition that stands when somebody opens the demo: everything up to the last day. */
export async function publishLast(ctx: Context): Promise<void> {
  await publish(ctx, { space: simulated, asOf: lastDay });
}

/** What is laid before the committee of the whole region on the last day, and what a councillor asked. */
export async function freezePapers(ctx: Context): Promise<void> {
  await preparePaper(ctx, { space: simulated, region: "90" });
  await preparePaper(ctx, {
    ...{ space: simulated, region: "90", asOf: "2025-12-31" },
    question: {
      text: "Combien de personnes ont été insérées à la fin de 2025 au titre des conventions de la région, et combien de ces insertions sont prouvées ?",
      askedBy: "Conseil régional de Tilmira-Ouzaren, question écrite n° 7 (simulée)",
      indicators: ["placements"],
    },
  });
}
