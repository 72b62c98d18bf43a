// The accounts of the demo: an invented person for each role, where such a person holds it. They are chosen, not signed
// in to; what each of them may not do is refused by the acts.
import { grantRole, openDemoAccount } from "@iltizam/core/identity";
import { type Context, firstRow, inReading, type Role } from "@iltizam/core/kernel";
import { sql } from "kysely";
import type { Region } from "./region.ts";

interface DemoAccount {
  readonly mail: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation?: string;
  /** The code of a place of the fictional region. */
  readonly place?: string;
}

const accounts: readonly DemoAccount[] = [
  { mail: "partenariats", name: "Chargée des partenariats (simulée)", role: "R1", place: "90" },
  { mail: "conseil", name: "Conseiller à l'emploi (simulé)", role: "R2", place: "90.103" },
  { mail: "tpe", name: "Conseillère en entrepreneuriat (simulée)", role: "R3", place: "90" },
  { mail: "direction", name: "Directrice régionale (simulée)", role: "R4", place: "90" },
  {
    mail: "textiles",
    name: "Point focal de Textiles Belkamar (simulé)",
    role: "R5",
    organisation: "SIM-TEXTILES",
  },
  {
    mail: "federation",
    name: "Point focal de la Fédération du textile (simulé)",
    role: "R5",
    organisation: "SIM-FED-TEXTILE",
  },
  { mail: "elan", name: "Association Élan rural (simulée)", role: "R6", organisation: "SIM-ELAN" },
  {
    mail: "region",
    name: "Division emploi du conseil régional (simulée)",
    role: "R7",
    organisation: "SIM-REGION",
  },
  { mail: "comite", name: "Membre du comité de pilotage (simulé)", role: "R8", place: "90" },
  { mail: "siege", name: "Direction générale (simulée)", role: "R9" },
  { mail: "controle", name: "Auditrice (simulée)", role: "R10" },
  { mail: "donnees", name: "Déléguée aux données (simulée)", role: "R11" },
  { mail: "administration", name: "Administrateur (simulé)", role: "R13" },
];

export async function openAccounts(ctx: Context, region: Pick<Region, "place">): Promise<void> {
  for (const { mail } of accounts) await openAccount(ctx, region, mail);
}

/** Opens the account unless the story has needed it before; gives its user. */
export async function openAccount(
  ctx: Context,
  region: Pick<Region, "place">,
  mail: string,
): Promise<{ readonly user: string; readonly name: string }> {
  const account = accounts.find((one) => one.mail === mail);
  if (account === undefined) throw new RangeError(`the demo has no account ${mail}`);
  const address = `${mail}@simule.invalid`;
  const known = await inReading(ctx, (tx) =>
    firstRow(tx, sql<{ id: string }>`select id from users where mail = ${address}`),
  );
  const { name, role, organisation, place } = account;
  if (known !== undefined) return { user: known.id, name };
  const { user } = await openDemoAccount(ctx, { mail: address, name });
  const territory = place === undefined ? undefined : region.place(place);
  await grantRole(ctx, { user, role, organisation, territory });
  return { user, name };
}
