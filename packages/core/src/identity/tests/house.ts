// A small house to enter: a register, keys, a visitor, and people with passwords.
import { openRegister } from "@iltizam/testkit/register";
import { sql } from "kysely";
import { type Actor, type Context, inReading, type KeyRing, onlyRow } from "../../kernel/index.ts";
import { createAdministrator } from "../first-administrator.ts";
import { publicPermissions } from "../permissions.ts";
import { invitationPassword } from "./invitation-password.ts";

export const goodPassword = "un figuier devant la gare";
export const here = { address: "203.0.113.7", device: "Firefox · Linux" };

const visitor: Actor = {
  id: "00000000-0000-7000-8000-000000000003",
  kind: "visitor",
  label: "visitor",
  grants: [{ permissions: publicPermissions }],
};

const keys: KeyRing = {
  current: 1,
  generations: new Map([
    [1, { lookup: Buffer.alloc(32, 1), master: Buffer.alloc(32, 2), madeAt: "2026-01-01" }],
  ]),
};

export async function openHouse({ administered = true } = {}) {
  const register = await openRegister();
  const ctx: Context = { ...register.ctx, keys };
  const door: Context = { ...ctx, actor: visitor };
  const nadia = { mail: "Nadia.Admin@exemple.test", name: "Nadia", password: goodPassword };
  const administrator = administered ? (await createAdministrator(ctx, nadia)).user : "";
  return {
    register,
    ctx,
    door,
    administrator,
    at: (instant: string): Context => ({ ...door, clock: { now: () => new Date(instant) } }),
    /** Somebody who is signed in, for her own account. */
    own: (user: string): Context => ({
      ...ctx,
      actor: {
        id: user,
        kind: "user",
        label: "somebody",
        grants: [{ permissions: ["door.own_account"] }],
      },
    }),
    /** An account that can sign in by the good password. */
    person: (mail: string, name = "Karim") =>
      invitationPassword(ctx, door, { mail, name, password: goodPassword }),
    /** All that the journal and the outbox hold, as one text. */
    everything: async () => {
      const { text } = await inReading(ctx, (tx) =>
        onlyRow(
          tx,
          sql<{ text: string }>`
            select (select string_agg(j::text, '') from journal j) || (select string_agg(o::text, '') from outbox o)
                   as text`,
        ),
      );
      if (!text.includes("identity.")) throw new Error("nothing was read");
      return text;
    },
    close: () => register.close(),
  };
}
export type House = Awaited<ReturnType<typeof openHouse>>;
