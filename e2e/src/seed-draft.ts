// A convention of the invented region that is being written: two parties who sign, two promises, money, a committee, reports.
// Nothing of it was drafted yet, and nobody said by what power they sign.
import { tmpdir } from "node:os";
import { addParty, draftAgreement } from "@iltizam/core/agreements";
import { assignResponsibility, promise } from "@iltizam/core/commitments";
import { proposeTarget } from "@iltizam/core/drafting";
import { pledge } from "@iltizam/core/funding";
import {
  type Context,
  createContext,
  folderFileStore,
  openDatabase,
  systemActor,
} from "@iltizam/core/kernel";
import { setUpCommittee } from "@iltizam/core/meetings";
import { nameOfficeHolder, registerOrganisation } from "@iltizam/core/organisations";
import { scheduleReports } from "@iltizam/core/reports";
import { readPlaces, requirePlace } from "@iltizam/core/territory";

const space = "simulated";
const agency = "AGENCE-AO";
const company = "USINE-AO";

/** Conventions in the invented region of `seed`, in a database that is served already. */
export async function seedDrafts(databaseUrl: string, references: readonly string[]): Promise<void> {
  const { db, close } = openDatabase(databaseUrl, { max: 1 });
  // nothing that is written here has a file
  const ctx = createContext({ db, actor: systemActor, files: folderFileStore(tmpdir()) });
  const { id } = requirePlace(await readPlaces(db, space), "Atlas-Océan", "region");
  const signatories = await seedSignatories(ctx, id);
  for (const reference of references) await seedDraft(ctx, id, reference, signatories);
  await close();
}

/** Who signs: the agency of the region and a company. */
async function seedSignatories(ctx: Context, territoryId: string): Promise<readonly string[]> {
  await registerOrganisation(ctx, {
    ...{ space, reference: company, kind: "company", territoryId },
    ...{ name: "Usine du Port", nameAr: "معمل الميناء" },
  });
  const held = { [agency]: ["A. Idrissi", "directeur régional"], [company]: ["B. Tahiri", "gérante"] };
  const found: string[] = [];
  for (const [organisation, [name = "", office = ""]] of Object.entries(held)) {
    found.push((await nameOfficeHolder(ctx, { organisation, name, function: office })).id);
  }
  return found;
}

async function seedDraft(
  ctx: Context,
  territoryId: string,
  reference: string,
  signatories: readonly string[],
): Promise<void> {
  await draftAgreement(ctx, {
    ...{
      space,
      reference,
      type: "convention",
      territoryId,
      periodFrom: "2026-07-01",
      periodTo: "2027-12-31",
    },
    ...{ title: "Emploi des jeunes du port", titleAr: "تشغيل شباب الميناء" },
  });
  for (const [at, organisation] of [agency, company].entries()) {
    const representatives = signatories.slice(at, at + 1);
    await addParty(ctx, { agreement: reference, organisation, role: "signatory", representatives });
  }
  await promiseOne(ctx, reference, "placements", 1500, territoryId);
  await promiseOne(ctx, reference, "employability_improved", 300, territoryId);
  await pledge(ctx, {
    ...{ agreement: reference, role: "contribution", contributor: company, basis: "announced" },
    ...{ amount: "2400000.00", currency: "MAD" },
  });
  await setUpCommittee(ctx, {
    ...{ agreement: reference, kind: "follow_up", name: "Comité de suivi", presidedBy: "governor" },
    ...{ everyMonths: 3, setUpOn: "2026-07-01" },
    members: [{ organisation: agency, role: "secretary", function: "Direction" }],
  });
  await scheduleReports(ctx, {
    ...{ agreement: reference, organisation: company, kind: "activity", everyMonths: 6, from: "2026-07-01" },
  });
}

async function promiseOne(
  ctx: Context,
  agreement: string,
  indicator: string,
  quantity: number,
  territoryId: string,
): Promise<void> {
  const { reference: commitment } = await promise(ctx, {
    ...{ agreement, indicator, owedBy: company, wording: "engagement", populations: ["youth"] },
    ...{ deadline: "2027-12-31", territoryId },
  });
  await assignResponsibility(ctx, {
    commitment,
    organisation: agency,
    task: "présenter les candidats",
  });
  await assignResponsibility(ctx, { commitment, organisation: company, task: "recruter" });
  await proposeTarget(ctx, { commitment, quantity });
}
