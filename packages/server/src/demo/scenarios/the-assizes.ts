// The simulated assizes: round tables, who spoke, what was decided, and the needs that were stated there.
import { type Context, together } from "@iltizam/core/kernel";
import {
  addPart,
  concernAgreement,
  done,
  holdEvent,
  nameTopic,
  recordDecision,
  registerAttendance,
  sayInArabic,
  sayInEnglish,
} from "@iltizam/core/meetings";
import { stateFigure } from "@iltizam/core/needs";
import type { Region } from "../region.ts";
import type { Story } from "../story.ts";
import { dateOf } from "../write-text.ts";

const event = "ASSISES-R90-2025";
const space = "simulated" as const;
const roundTables = [
  ["Recruter là où l'on vit", "التشغيل حيث نعيش"],
  ["Créer et durer", "الإحداث والاستمرار"],
  ["Prouver ce qui est promis", "إثبات ما وُعد به"],
] as const;

export function theAssizes(story: Story): void {
  story.on("2025-10-09", "officer", (ctx, { region }) =>
    together(ctx, "meetings.hold_event", async (inside) => {
      const { id } = await hold(inside, region);
      await stateNeeds(inside, region, id);
    }),
  );
  story.on("2026-01-19", "officer", (ctx) => done(ctx, { event, decision: 1, on: "2026-01-19" }));
}

async function hold(ctx: Context, region: Region) {
  const held = await holdEvent(ctx, {
    ...{ space, reference: event, kind: "regional_assizes", date: dateOf("2025-10-09") },
    ...{ name: "Assises simulées de l'emploi de Tilmira-Ouzaren", territoryId: region.place("90.101.01") },
  });
  const arabic = (text: string, rowId?: string) => sayInArabic(ctx, { event, rowId, text, reviewed: true });
  await arabic("مناظرة التشغيل المحاكاة لجهة تيلميرا - أوزارن");
  await sayInEnglish(ctx, { event, text: "Simulated employment assizes of Tilmira-Ouzaren" });
  for (const [topic, inArabic] of roundTables) {
    const { id } = await addPart(ctx, { event, kind: "round_table", topic, host: "SIM-REGION" });
    await arabic(inArabic, id);
  }
  const objective = await nameTopic(ctx, {
    ...{ event, kind: "objective", label: "Préparer le contrat-programme suivant" },
  });
  await arabic("إعداد العقد-البرنامج المقبل", objective.id);
  for (const [part, organisation] of [
    [1, "SIM-PATRONAT"],
    [2, "SIM-FONDATION"],
    [3, "SIM-CAISSE"],
  ] as const)
    await registerAttendance(ctx, { event, part, role: "speaker", organisation });
  await registerAttendance(ctx, { event, role: "chair", officeHolderId: region.holder("SIM-REGION") });
  await registerAttendance(ctx, { event, role: "attendee", category: "Jeunes de la région", headcount: 140 });
  await concernAgreement(ctx, { event, agreement: "R90-2023-CP", relation: "discussed_at" });
  const decide = (decision: string, owner: string, dueOn: string) =>
    recordDecision(ctx, { event, decision, owner, dueOn });
  await decide("Publier les résultats prouvés chaque trimestre", "SIM-AGENCE", "2026-01-31");
  await decide("Ouvrir un espace emploi à Souk Labyad", "SIM-REGION", "2026-03-31");
  await decide("Préparer le contrat-programme 2027-2030", "SIM-REGION", "2030-06-30");
  return held;
}

/** Figures that somebody states and nobody promises: needs, a share of them, an intention. */
async function stateNeeds(ctx: Context, region: Region, eventId: string): Promise<void> {
  const here = { space, territoryId: region.place("90"), eventId };
  const { id: of } = await stateFigure(ctx, {
    ...{
      ...here,
      kind: "need",
      quantity: 9400,
      unit: "posts",
      subject: "Besoins de recrutement à trois ans",
    },
    officeHolderId: region.holder("SIM-PATRONAT"),
  });
  await stateFigure(ctx, {
    ...here,
    kind: "share",
    quantity: 62,
    unit: "percent",
    of,
    subject: "Textile, tourisme et numérique",
  });
  await stateFigure(ctx, {
    ...{ ...here, kind: "intention", quantity: 350, unit: "posts", organisation: "SIM-SOLAIRE" },
    subject: "Recrutements envisagés, sans engagement",
  });
}
