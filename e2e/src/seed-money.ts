// Money of the invented agreement: a council's contribution in two tranches, with papers, and one in dinars with its rate.
import { justify, keepPaper, pay, pledge } from "@iltizam/core/funding";
import type { Context } from "@iltizam/core/kernel";
import { registerOrganisation } from "@iltizam/core/organisations";
import { recordRate } from "@iltizam/core/rates";
import { callTranche, planTranche } from "@iltizam/core/tranches";

/** The first tranche is called, paid and half justified; the second waits for that half and for ten proven placements. */
export async function seedMoney(ctx: Context, agreement: string, territoryId: string): Promise<void> {
  const council = { space: "simulated" as const, reference: "CONSEIL-AO", kind: "regional_council" as const };
  const named = { name: "Conseil régional d’Atlas-Océan", nameAr: "مجلس جهة الأطلس المحيط" };
  await registerOrganisation(ctx, { ...council, ...named, territoryId });
  const signed = { agreement, basis: "signed" as const, effectiveOn: "2025-01-01", clause: "art. 7" };
  await pledge(ctx, { ...signed, role: "total", amount: "1000000.00", currency: "MAD" });
  const { reference: contribution } = await pledge(ctx, {
    ...{ ...signed, role: "contribution", contributor: "CONSEIL-AO", amount: "600000.00", currency: "MAD" },
  });
  const agency = { ...signed, role: "contribution" as const, contributor: "AGENCE-AO" };
  await pledge(ctx, { ...agency, amount: "12500.125", currency: "TND" });
  const { tranche } = await planTranche(ctx, { contribution, amount: "400000.00", plannedOn: "2025-02-01" });
  await planTranche(ctx, {
    ...{ contribution, amount: "150000.00", plannedOn: "2026-01-15" },
    conditions: [
      { kind: "justified", share: 50 },
      { kind: "results", commitment: `${agreement}/1`, quantity: 10, by: "2025-12-31" },
    ],
  });
  await callTranche(ctx, { tranche, on: "2025-02-03" });
  const file = { name: "avis.txt", base64: Buffer.from("Avis de virement V-12").toString("base64") };
  const { paper } = await keepPaper(ctx, { contribution, kind: "bank_notice", number: "V-12", ...file });
  await pay(ctx, {
    contribution,
    amount: "400000.00",
    on: "2025-02-20",
    payee: "AGENCE-AO",
    papers: [paper],
  });
  await justify(ctx, { contribution, amount: "210000.00", on: "2025-07-04" });
  const rate = { space: "simulated" as const, from: "TND", to: "MAD", source: "Place d’Atlas-Océan" };
  await recordRate(ctx, { ...rate, on: "2024-12-20", rate: "3.2127" });
}
