// A committee that meets, decides and lets decisions slip; a partner that reports what it spent; an auditor's advice.
import type { Context } from "@iltizam/core/kernel";
import {
  convene,
  done,
  holdMeeting,
  meetingInFull,
  postpone,
  publishMinutes,
  recordDecision,
  recordRecommendation,
  sayInArabic,
  sayInEnglish,
  setUpCommittee,
  writeMinutes,
} from "@iltizam/core/meetings";
import {
  judgeReport,
  readReport,
  reportsOfAgreement,
  scheduleReports,
  submitReport,
} from "@iltizam/core/reports";
import type { Story } from "../story.ts";

const agreement = "R90-2023-02";

export function aCommitteeAtWork(story: Story): void {
  const kept: Kept = { committee: "", sessions: [] };
  story.on("2025-01-15", "officer", (ctx) => setUp(ctx, kept));
  story.on("2025-03-20", "officer", (ctx) =>
    meet(
      ctx,
      kept,
      "2025-03-20",
      "Le comité constate 612 personnes formées et demande les contrats manquants.",
      [
        ["Remettre les contrats des embauches de janvier", "SIM-TEXTILES", "2025-04-30"],
        ["Ouvrir un atelier de formation à Belkamar", "SIM-FED-TEXTILE", "2025-06-15"],
      ],
    ),
  );
  story.on("2025-06-19", "officer", (ctx) =>
    meet(ctx, kept, "2025-06-19", "L’atelier est ouvert. Les contrats manquent encore.", [
      ["Tenir une permanence mensuelle dans les ateliers", "SIM-AGENCE", "2025-09-30"],
    ]),
  );
  story.on("2025-06-20", "officer", async (ctx) => {
    const event = kept.sessions[0] ?? "";
    await done(ctx, { event, decision: 2, on: "2025-06-12" });
    await postpone(ctx, {
      event,
      decision: 1,
      to: "2025-09-15",
      reason: "archives du siège en déménagement",
    });
  });
  story.on("2025-11-10", "officer", async (ctx) => {
    const { event } = await recordRecommendation(ctx, {
      ...{
        agreement,
        auditor: "SIM-REGION",
        report: "Audit interne des conventions 2024",
        owner: "SIM-AGENCE",
      },
      ...{ reportedOn: "2025-10-31", dueOn: "2026-03-31" },
      recommendation: "Rapprocher chaque trimestre les embauches déclarées et les contrats reçus",
    });
    await sayInArabic(ctx, { event, text: "الافتحاص الداخلي لاتفاقيات 2024", reviewed: true });
    await sayInEnglish(ctx, { event, text: "Internal audit of the 2024 agreements" });
  });
  reportsOfThePartner(story);
}

/** What later deeds need of earlier ones. */
interface Kept {
  committee: string;
  readonly sessions: string[];
}

async function setUp(ctx: Context, kept: Kept): Promise<void> {
  const { committee } = await setUpCommittee(ctx, {
    ...{
      agreement,
      kind: "follow_up",
      name: "Comité de suivi du textile",
      nameAr: "لجنة تتبع اتفاقية النسيج",
      presidedBy: "wali",
      everyMonths: 3,
    },
    setUpOn: "2025-01-15",
    members: [
      { organisation: "SIM-AGENCE", role: "secretary", function: "Directrice régionale" },
      { organisation: "SIM-FED-TEXTILE", role: "member", function: "Délégué régional" },
      { organisation: "SIM-TEXTILES", role: "member", function: "Responsable des ressources humaines" },
    ],
  });
  kept.committee = committee;
}

type Decision = readonly [decision: string, owner: string, dueOn: string];

async function meet(ctx: Context, kept: Kept, on: string, minutes: string, decisions: readonly Decision[]) {
  const agenda = ["Avancement par province", "Preuves reçues", "Suites des décisions"];
  const { event } = await convene(ctx, {
    ...{ committee: kept.committee, on, time: "10:00", place: "Belkamar", agenda, send: false },
  });
  kept.sessions.push(event);
  const { members } = await meetingInFull(ctx, { event });
  await holdMeeting(ctx, { event, on, present: members.slice(0, 2).map(({ id }) => id) });
  for (const [decision, owner, dueOn] of decisions)
    await recordDecision(ctx, { event, decision, owner, dueOn });
  await writeMinutes(ctx, { event, minutes });
  await publishMinutes(ctx, { event });
}

/** Each quarter what it spent: accepted, accepted, sent back with a reason, and nothing since. */
function reportsOfThePartner(story: Story): void {
  story.on("2025-01-20", "officer", (ctx) =>
    scheduleReports(ctx, {
      ...{ agreement, organisation: "SIM-TEXTILES", kind: "financial", everyMonths: 3, daysAfter: 30 },
      ...{ from: "2025-01-01", until: "2026-12-31" },
    }),
  );
  const spent = ["182500.00", "204300.00", "96000.00"];
  for (const [nth, day] of ["2025-04-24", "2025-07-28", "2025-11-03"].entries()) {
    story.on(day, "partner", async (ctx) => {
      const { reports } = await reportsOfAgreement(ctx, { agreement });
      const text = `poste;montant\nformation et transport;${spent[nth]}\n`;
      await submitReport(ctx, {
        ...{ report: reports[nth]?.id, spent: { amount: spent[nth] ?? "0", currency: "MAD" } },
        file: { name: `depenses-2025-t${nth + 1}.csv`, base64: Buffer.from(text).toString("base64") },
      });
    });
    story.on(day, "director", async (ctx) => {
      const { reports } = await reportsOfAgreement(ctx, { agreement });
      const report = reports[nth]?.id ?? "";
      const { items } = await readReport(ctx, { report });
      const reason = "le détail des transports manque : joindre les factures par mois";
      const verdicts = items.map(({ id, part }) =>
        nth === 2 && part === "file"
          ? { item: id, verdict: "sent_back" as const, reason }
          : { item: id, verdict: "accepted" as const },
      );
      await judgeReport(ctx, { report, verdicts });
    });
  }
}
