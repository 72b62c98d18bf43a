// Money that is released in parts: one whose condition was waived, one whose conditions were met, two that are late; with
// papers behind payments and expenses, and an amount that was put right.
import {
  correctMovement,
  justify,
  keepPaper,
  oneContribution,
  type paperKind,
  pay,
} from "@iltizam/core/funding";
import { type Context, together } from "@iltizam/core/kernel";
import { reportsOfAgreement } from "@iltizam/core/reports";
import {
  type Condition,
  callTranche,
  giveDocument,
  planTranche,
  waiveCondition,
} from "@iltizam/core/tranches";
import type { z } from "zod";
import type { Story } from "../story.ts";

const province = "R90-2024-18/M2";
const agency = "R90-2024-18/M3";
const textile = "R90-2023-02/M2";

export function moneyInTranches(story: Story): void {
  provinceByHalves(story);
  agencyWaits(story);
  textileAfterReports(story);
}

function provinceByHalves(story: Story): void {
  const results = { kind: "results" as const, commitment: "R90-2024-18/1", quantity: 40, by: "2024-12-31" };
  plan(story, "2024-02-26", province, [
    ["3000000.00", "2024-04-01", []],
    ["3000000.00", "2025-04-01", [results, { kind: "justified", share: 80 }]],
  ]);
  call(story, "2024-04-08", `${province}/T1`, "AF-2024-07");
  story.on("2025-04-10", "director", (ctx) =>
    waiveCondition(ctx, {
      ...{ tranche: `${province}/T2`, condition: 2 },
      reason: "Pièces de la première tranche au contrôle : le comité du 10 avril accepte d’appeler la suite",
    }),
  );
  call(story, "2025-04-14", `${province}/T2`, "AF-2025-03");
}

function agencyWaits(story: Story): void {
  const visa = "Visa du contrôleur des finances";
  const results = { kind: "results" as const, commitment: "R90-2024-18/2", quantity: 100, by: "2026-12-31" };
  plan(story, "2024-02-26", agency, [["4000000.00", "2024-04-01", [{ kind: "document", document: visa }]]]);
  story.on("2024-04-05", "director", (ctx) =>
    together(ctx, "tranches.give_document", async (inside) => {
      const paper = await kept(inside, agency, "other", "CF-2024-112");
      await giveDocument(inside, { tranche: `${agency}/T1`, condition: 1, paper, on: "2024-04-05" });
    }),
  );
  call(story, "2024-04-08", `${agency}/T1`, "AF-2024-08");
  plan(story, "2026-01-19", agency, [
    ["4000000.00", "2026-03-02", [{ kind: "justified", share: 50 }]],
    ["3000000.00", "2027-01-15", [results]],
  ]);
}

/** The partner's quarterly accounts open the way: the second was accepted, the third was sent back. */
function textileAfterReports(story: Story): void {
  plan(story, "2024-08-12", textile, [["4200000.00", "2024-09-01", []]]);
  call(story, "2024-08-19", `${textile}/T1`, "AF-2024-15");
  story.on("2025-02-03", "officer", (ctx) =>
    together(ctx, "tranches.plan", async (inside) => {
      const { reports } = await reportsOfAgreement(inside, { agreement: "R90-2023-02" });
      const accepted = (nth: number) => ({ kind: "report" as const, report: reports[nth]?.id ?? "" });
      const results = {
        kind: "results" as const,
        commitment: "R90-2023-02/1",
        quantity: 400,
        by: "2025-12-31",
      };
      const parts: Parts = [
        ["3200000.00", "2025-09-01", [accepted(1), { kind: "justified", share: 50 }]],
        ["2000000.00", "2026-02-02", [accepted(2), results]],
      ];
      for (const part of parts) await planOne(inside, textile, part);
    }),
  );
  story.on("2025-07-15", "controller", (ctx) => expense(ctx));
  call(story, "2025-09-01", `${textile}/T2`, "AF-2025-21");
  story.on("2025-10-06", "council", (ctx) => payWrongly(ctx));
  story.on("2025-10-09", "council", (ctx) => putRight(ctx));
}

function expense(ctx: Context): Promise<unknown> {
  return together(ctx, "funding.justify", async (inside) => {
    const papers = [
      await kept(inside, textile, "invoice", "F-2025-0418"),
      await kept(inside, textile, "payroll", "PAIE-2025-T1"),
    ];
    await justify(inside, { contribution: textile, amount: "2260000.00", on: "2025-07-15", papers });
  });
}

function payWrongly(ctx: Context): Promise<unknown> {
  return together(ctx, "funding.pay", async (inside) => {
    const papers = [await kept(inside, textile, "bank_notice", "VIR-2025-1006")];
    const to = { payee: "SIM-TEXTILES", note: "Virement de la deuxième tranche" };
    await pay(inside, { contribution: textile, amount: "2300000.00", on: "2025-10-06", papers, ...to });
  });
}

async function putRight(ctx: Context): Promise<void> {
  const { movements } = await oneContribution(ctx, { agreement: "R90-2023-02", number: 2 });
  const movement = movements.find(({ on, kind }) => kind === "paid" && on === "2025-10-06")?.id ?? "";
  const reason = "chiffres inversés à la saisie : l’avis dit 3 200 000";
  await correctMovement(ctx, {
    ...{ contribution: textile, movement, reason, amount: "3200000.00", on: "2025-10-06" },
    ...{ payee: "SIM-TEXTILES", note: "Virement de la deuxième tranche" },
  });
}

type Part = readonly [amount: string, plannedOn: string, conditions: readonly Condition[]];
type Parts = readonly Part[];

const planOne = (ctx: Context, contribution: string, [amount, plannedOn, conditions]: Part) =>
  planTranche(ctx, { contribution, amount, plannedOn, conditions: [...conditions] });

function plan(story: Story, day: string, contribution: string, parts: Parts): void {
  story.on(day, "officer", (ctx) =>
    together(ctx, "tranches.plan", async (inside) => {
      for (const part of parts) await planOne(inside, contribution, part);
    }),
  );
}

/** Calls a tranche with its letter. */
function call(story: Story, on: string, tranche: string, number: string): void {
  story.on(on, "director", (ctx) =>
    together(ctx, "tranches.call", async (inside) => {
      const papers = [await kept(inside, tranche.split("/T")[0] ?? "", "call_letter", number)];
      await callTranche(inside, { tranche, on, papers, note: "Appel de fonds" });
    }),
  );
}

async function kept(ctx: Context, contribution: string, kind: z.infer<typeof paperKind>, number: string) {
  const text = `Pièce simulée ${number} de la région fictive, pour ${contribution}.\n`;
  const base64 = Buffer.from(text).toString("base64");
  const { paper } = await keepPaper(ctx, { contribution, kind, number, name: `${number}.txt`, base64 });
  return paper;
}
