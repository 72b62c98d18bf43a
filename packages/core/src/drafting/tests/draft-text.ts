// A convention of the fictional region that lacks nothing, ready to be written: two parties, promises, money, committee.
import type { TestRegister } from "@iltizam/testkit/register";
import { addParty, draftAgreement } from "../../agreements/index.ts";
import { assignResponsibility, promise } from "../../commitments/index.ts";
import { pledge } from "../../funding/index.ts";
import { setUpCommittee } from "../../meetings/index.ts";
import { nameOfficeHolder, registerOrganisation } from "../../organisations/index.ts";
import { scheduleReports } from "../../reports/index.ts";
import { loadVocabulary } from "../../vocabulary/index.ts";
import { choose } from "../choose.ts";
import { proposeTarget } from "../propose-figure.ts";

export const space = "simulated" as const;
export const agreement = "CONV-9";
const indicators = ["placements", "durable_jobs", "employability_improved", "project_holders_supported"];

export interface Written {
  readonly director: string;
  readonly manager: string;
}

/** An agency and a company with who signs for them. */
export async function openParties({ ctx, region }: TestRegister): Promise<Written> {
  await loadVocabulary(ctx, {});
  const names = {
    AGENCE: ["Agence de l’Atlas", "وكالة الأطلس"],
    USINE: ["Usine du Port", "معمل الميناء"],
  } as const;
  const kinds = { AGENCE: "public_employment_service", USINE: "company" } as const;
  for (const reference of ["AGENCE", "USINE"] as const) {
    const [name, nameAr] = names[reference];
    await registerOrganisation(ctx, {
      ...{ space, reference, kind: kinds[reference], name, nameAr, territoryId: region },
    });
  }
  const named = (organisation: string, name: string, held: string) =>
    nameOfficeHolder(ctx, { organisation, name, function: held });
  const director = await named("AGENCE", "A. Idrissi", "directeur régional");
  const manager = await named("USINE", "B. Tahiri", "gérante");
  return { director: director.id, manager: manager.id };
}

/** A draft with so many promises, of which nothing mandatory is missing. */
export async function draftText(
  register: TestRegister,
  who: Written,
  reference: string = agreement,
  promises = 2,
): Promise<void> {
  const { ctx } = register;
  await draftParties(register, who, reference);
  for (let n = 1; n <= promises; n += 1) await promiseOne(register, reference, n);
  await pledge(ctx, {
    ...{
      agreement: reference,
      role: "contribution",
      contributor: "USINE",
      amount: "2400000.00",
      currency: "MAD",
    },
    basis: "announced",
  });
  await setUpCommittee(ctx, {
    ...{
      agreement: reference,
      kind: "follow_up",
      name: "Comité de suivi",
      presidedBy: "governor",
      everyMonths: 3,
    },
    ...{
      setUpOn: "2026-07-01",
      members: [{ organisation: "AGENCE", role: "secretary", function: "Direction" }],
    },
  });
  await scheduleReports(ctx, {
    ...{ agreement: reference, organisation: "USINE", kind: "activity", everyMonths: 6, from: "2026-07-01" },
  });
  await choose(ctx, {
    ...{
      agreement: reference,
      revision: 0,
      template: "company",
      languages: ["fr", "ar"],
      optional: ["contributions"],
    },
    powers: [
      { party: "AGENCE", power: "loi n° 51-99" },
      { party: "USINE", power: "statuts de la société" },
    ],
  });
}

async function draftParties(
  { ctx, region }: TestRegister,
  { director, manager }: Written,
  reference: string,
) {
  await draftAgreement(ctx, {
    ...{
      space,
      reference,
      type: "convention",
      title: "Emploi des jeunes du port",
      titleAr: "تشغيل شباب الميناء",
    },
    ...{ territoryId: region, periodFrom: "2026-07-01", periodTo: "2027-12-31" },
  });
  const sign = (organisation: string, holder: string) =>
    addParty(ctx, { agreement: reference, organisation, role: "signatory", representatives: [holder] });
  await sign("AGENCE", director);
  await sign("USINE", manager);
}

async function promiseOne({ ctx, region }: TestRegister, reference: string, n: number) {
  const commitment = `${reference}/${n}`;
  await promise(ctx, {
    ...{
      agreement: reference,
      indicator: indicators[n % indicators.length] ?? "placements",
      owedBy: "USINE",
    },
    ...{ wording: `=engagement ${n}`, populations: ["youth"], deadline: "2027-12-31", territoryId: region },
  });
  await assignResponsibility(ctx, { commitment, organisation: "AGENCE", task: "présenter les candidats" });
  await assignResponsibility(ctx, { commitment, organisation: "USINE", task: "recruter" });
  await proposeTarget(ctx, { commitment, quantity: n === 1 ? 1500 : 100 + n });
}
