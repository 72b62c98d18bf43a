// A contribution with a row in every table that one can have: moved, withdrawn, in parts.
import { amendContribution, pay, pledge, withdrawMovement } from "@iltizam/core/funding";
import type { Context } from "@iltizam/core/kernel";
import { callTranche, planTranche, waiveCondition } from "@iltizam/core/tranches";

/** Gives the contribution's reference. */
export async function fillMoney(ctx: Context, agreement: string, contributor: string, assertion: string) {
  const { reference: contribution } = await pledge(ctx, {
    ...{ agreement, role: "contribution", contributor, amount: "100.00", currency: "MAD", basis: "signed" },
    announcedBy: [{ assertion }],
  });
  await amendContribution(ctx, { contribution, amendment: 2, amount: "120.00" });
  const { id: movement } = await pay(ctx, { contribution, amount: "1.00", on: "2026-02-09" });
  await withdrawMovement(ctx, { contribution, movement, reason: "doublon" });
  await pay(ctx, { contribution, amount: "10.00", on: "2026-02-10" });
  const conditions = [{ kind: "document" as const, document: "Budget" }];
  const { tranche } = await planTranche(ctx, {
    contribution,
    amount: "60.00",
    plannedOn: "2026-02-01",
    conditions,
  });
  await waiveCondition(ctx, { tranche, condition: 1, reason: "vu en comité" });
  await callTranche(ctx, { tranche, on: "2026-02-03" });
  return contribution;
}
