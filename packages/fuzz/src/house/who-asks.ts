// Who sends: people with a session, a machine with a key, and nobody at all.
import { chooseDemoAccount, grantRole, makeApiKey, openDemoAccount } from "@iltizam/core/identity";
import { type Context, inReading, type Role, roles, rows } from "@iltizam/core/kernel";
import { sql } from "kysely";

export interface Asker {
  readonly name: string;
  /** Under which the journal knows her. */
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Askers {
  readonly all: readonly Asker[];
  /** Ids that are not to be drawn: whoever takes the asker's own account away ends the run, not the house. */
  readonly spared: ReadonlySet<string>;
  /** Signs in again. */
  renew(): Promise<void>;
}

/** Accounts of the demo that ask, by the mail that they were opened with. */
const demoAccounts = {
  company: "textiles",
  controller: "controle",
  council: "region",
  officer: "partenariats",
} as const;
export const nobodyId = "00000000-0000-7000-8000-000000000003";

export async function gatherAskers(ctx: Context, address: () => string): Promise<Askers> {
  const everything = await openDemoAccount(ctx, {
    mail: "tout@simule.invalid",
    name: "Essai de tout (simulé)",
  });
  for (const role of roles) await grantRole(ctx, { user: everything.user, role });
  const machine = await makeApiKey(ctx, {
    name: "essai",
    days: 30,
    roles: (["R2", "R6"] as Role[]).map((role) => ({ role })),
  });
  const found = await inReading(ctx, (tx) =>
    rows(tx, sql<{ id: string; mail: string }>`select id, mail from users where demo`),
  );
  const people = [
    { name: "administrator", id: everything.user },
    ...Object.entries(demoAccounts).map(([name, mail]) => ({
      name,
      id: found.find((user) => user.mail === `${mail}@simule.invalid`)?.id ?? "",
    })),
  ];
  const cookies = new Map<string, string>();
  const enter = async () => {
    for (const { id } of people) {
      const from = { address: "127.0.0.1", device: "fuzz" };
      cookies.set(id, (await chooseDemoAccount(ctx, { user: id, from })).token);
    }
  };
  await enter();
  return {
    spared: new Set([...people.map(({ id }) => id), machine.id]),
    renew: enter,
    get all(): readonly Asker[] {
      const origin = address();
      return [
        ...people.map(({ name, id }) => ({
          ...{ name, id },
          headers: { origin, cookie: `iltizam-session=${cookies.get(id)}` },
        })),
        { name: "machine", id: machine.id, headers: { authorization: `Bearer ${machine.key}` } },
        { name: "nobody", id: nobodyId, headers: {} },
      ];
    },
  };
}
