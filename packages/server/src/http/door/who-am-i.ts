// GET /me: who asks, with which rights, and by which ways one may come in.
import { readAccounts, role, sessionMethod } from "@iltizam/core/identity";
import { z } from "zod";
import { doorAddress } from "./door-address.ts";
import { visitOf } from "./open-door.ts";
import type { Door } from "./settings.ts";
import { localOperator } from "./who-knocks.ts";

const me = z.object({
  /** `operator`: whoever sits at the machine of a demo to which nobody signs in yet. */
  kind: z.enum(["visitor", "operator", "user", "machine", "link"]),
  id: z.uuid(),
  name: z.string(),
  demo: z.boolean(),
  /** The days of the installation are those of this zone (IANA). */
  timeZone: z.string(),
  method: sessionMethod.nullable(),
  session: z.uuid().nullable(),
  roles: z.array(
    z.object({
      role,
      organisation: z.uuid().nullable(),
      territory: z.uuid().nullable(),
      agreement: z.uuid().nullable(),
    }),
  ),
  /** Everything that may be done somewhere; `*` for all. The acts decide, this only spares useless buttons. */
  permissions: z.array(z.string()),
  /** For whom opened a one-time link: what it is for. */
  link: z.object({ objectKind: z.string(), objectId: z.uuid() }).nullable(),
  ways: z.object({
    provider: z.string().nullable(),
    demo: z.boolean(),
    mail: z.boolean(),
    /** False: the first administrator is still to be created at the terminal. */
    administrator: z.boolean(),
  }),
});

export const whoAmI = ({ settings, provider }: Door) =>
  doorAddress({
    ...{
      method: "GET",
      path: "/me",
      permission: "door.enter",
      summary: "Who asks, and how one may come in",
    },
    input: z.object({}),
    output: me,
    async run(ctx, _input, { request }) {
      const { actor, session } = visitOf(request);
      const kind = actor.id === localOperator.id ? "operator" : actor.kind;
      const held = actor.grants.filter((grant) => grant.role !== undefined);
      return me.parse({
        ...{ kind: kind === "system" ? "operator" : kind, id: actor.id, name: actor.label },
        ...{ demo: settings.demo, timeZone: ctx.timeZone },
        method: session?.method ?? null,
        session: session?.id ?? null,
        roles: held.map(({ role, organisation, territory, agreement }) => ({
          ...{
            role,
            organisation: organisation ?? null,
            territory: territory ?? null,
            agreement: agreement ?? null,
          },
        })),
        permissions: [...new Set(actor.grants.flatMap(({ permissions }) => permissions))].sort(),
        link: session?.link ? { objectKind: session.link.objectKind, objectId: session.link.objectId } : null,
        ways: {
          ...{ provider: provider?.name ?? null, demo: settings.demo && settings.origin === undefined },
          ...{ mail: settings.mail, administrator: (await readAccounts(ctx.db)).administrators },
        },
      });
    },
  });
