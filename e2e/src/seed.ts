// What the walks need: the registers, the five announcements, and one agreement of an invented region.
import { addParty, draftAgreement } from "@iltizam/core/agreements";
import { promise } from "@iltizam/core/commitments";
import { loadRealAnnouncements } from "@iltizam/core/drafts";
import type { Context } from "@iltizam/core/kernel";
import { registerOrganisation } from "@iltizam/core/organisations";
import { addTerritory, loadTerritory } from "@iltizam/core/territory";
import { loadVocabulary } from "@iltizam/core/vocabulary";

export async function seed(ctx: Context): Promise<void> {
  await loadTerritory(ctx, { space: "real" });
  await loadVocabulary(ctx, {});
  await loadRealAnnouncements(ctx);
  await seedInvented(ctx);
}

async function seedInvented(ctx: Context) {
  const space = "simulated";
  await addTerritory(ctx, {
    space,
    scheme: "demo",
    code: "9",
    kind: "nation",
    name: { fr: "Pays fictif", ar: "بلد خيالي" },
  });
  const region = await addTerritory(ctx, {
    space,
    scheme: "demo",
    code: "90",
    kind: "region",
    parent: { scheme: "demo", code: "9" },
    name: { fr: "Atlas-Océan", ar: "الأطلس المحيط" },
  });
  await registerOrganisation(ctx, {
    space,
    reference: "AGENCE-AO",
    kind: "public_employment_service",
    name: "Agence de l’emploi d’Atlas-Océan",
    nameAr: "وكالة التشغيل بالأطلس المحيط",
    territoryId: region.id,
  });
  await draftAgreement(ctx, {
    space,
    reference: "AO-2025-1",
    type: "convention",
    title: "Emploi des jeunes d’Atlas-Océan",
    titleAr: "تشغيل شباب الأطلس المحيط",
    territoryId: region.id,
    periodFrom: "2025-01-01",
    periodTo: "2027-12-31",
  });
  await addParty(ctx, { agreement: "AO-2025-1", organisation: "AGENCE-AO", role: "signatory" });
  await promise(ctx, {
    agreement: "AO-2025-1",
    indicator: "placements",
    wording: "insertion de jeunes",
    populations: ["youth"],
    periodFrom: "2025-01-01",
    periodTo: "2027-12-31",
    deadline: "2027-12-31",
  });
}
