// Three calls for projects of the invented region: one takes applications, one is scored with nothing that was admitted, of
// one like it the result is published.
import {
  closeCall,
  closeScoring,
  decideCall,
  enterApplication,
  openCall,
  prepareCall,
  publishResult,
  screenApplication,
  submitApplication,
} from "@iltizam/core/calls";
import type { Context } from "@iltizam/core/kernel";
import { registerOrganisation } from "@iltizam/core/organisations";

const space = "simulated";
const terms = {
  title: "Initiatives des associations d’Atlas-Océan",
  titleAr: "مبادرات جمعيات الأطلس المحيط",
  purpose: "Des projets qui forment et insèrent des jeunes de la région.",
  contact: "Guichet des appels à projets, agence d’Atlas-Océan, avenue du Port",
  kinds: ["association" as const, "cooperative" as const],
  ...{ currency: "MAD", envelope: "500000.00", ceiling: "100000.00", ownSharePercent: 10 },
  criteria: [
    { label: "Réponse au besoin", labelAr: "الاستجابة للحاجة", weight: 60, scale: 20 },
    { label: "Capacité", labelAr: "القدرة", weight: 40, scale: 20, atLeast: 8 },
  ],
  documents: [{ label: "Statuts", labelAr: "القانون الأساسي" }],
};

export async function seedCalls(ctx: Context, territoryId: string, agreement: string): Promise<void> {
  for (const [reference, name] of [
    ["ASSO-CEDRE", "Association Cèdre"],
    ["ASSO-ARGAN", "Association Argan"],
    ["ASSO-NORIA", "Association Noria"],
  ] as const)
    await registerOrganisation(ctx, { space, reference, kind: "association", name, territoryId });
  const common = { agreement, launchedBy: "AGENCE-AO", territoryId };
  const on = (day: string): Context => ({ ...ctx, clock: { now: () => new Date(`${day}T10:00:00Z`) } });
  const open = {
    reference: "AAP-2026-3",
    terms: { ...terms, opensOn: "2025-01-02", closesOn: "2035-12-31" },
  };
  await prepareCall(on("2025-01-01"), { ...common, ...open });
  await openCall(on("2025-01-02"), { call: open.reference });
  await scored(on, common, "AAP-2026-1");
  await scored(on, common, "AAP-2026-2");
  await decideCall(on("2025-02-04"), { call: "AAP-2026-2", decidedOn: "2025-02-04", verdicts: [] });
  await publishResult(on("2025-02-05"), { call: "AAP-2026-2" });
}

interface Where {
  readonly agreement: string;
  readonly launchedBy: string;
  readonly territoryId: string;
}

async function scored(on: (day: string) => Context, where: Where, call: string): Promise<void> {
  const days = { opensOn: "2025-01-02", closesOn: "2025-01-31" };
  await prepareCall(on("2025-01-01"), {
    ...where,
    ...{ reference: call, terms: { ...terms, ...days } },
  });
  await openCall(on("2025-01-02"), { call });
  const { application } = await enterApplication(on("2025-01-10"), {
    ...{ call, organisation: "ASSO-CEDRE", receivedOn: "2025-01-09", words: { title: "Atelier du bois" } },
  });
  await submitApplication(on("2025-01-10"), { application });
  await closeCall(on("2025-02-01"), { call });
  const reason = "Dossier incomplet à la clôture.";
  await screenApplication(on("2025-02-02"), { application, admitted: false, reason });
  await closeScoring(on("2025-02-03"), { call });
}
