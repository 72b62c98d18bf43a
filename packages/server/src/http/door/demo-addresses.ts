// The role chooser of the demo: a real session of an invented person, so that what she may not do is refused by the
// acts. It exists nowhere else, and never on a server that others reach.
import { chooseDemoAccount, listDemoAccounts } from "@iltizam/core/identity";
import { z } from "zod";
import { httpErrors } from "../errors.ts";
import { doorAddress } from "./door-address.ts";
import { fromOf } from "./from-of.ts";
import { replaceSession } from "./replace-session.ts";
import type { Door } from "./settings.ts";

const permission = "door.enter";

export const demoAddresses = ({ settings }: Door) => [
  doorAddress({
    ...{ method: "GET", permission, path: "/demo-accounts", summary: "The accounts of the demo, by role" },
    input: z.object({}),
    output: listDemoAccounts.output,
    run: (ctx) => listDemoAccounts(ctx, {}),
  }),
  doorAddress({
    ...{
      method: "POST",
      permission,
      path: "/demo-accounts/:user/choose",
      summary: "Enter the demo as this account",
    },
    input: z.object({ user: z.uuid() }),
    output: z.object({ entered: z.literal(true) }),
    async run(ctx, { user }, http) {
      if (settings.origin !== undefined) throw httpErrors.address_unknown({ path: "/demo-accounts" });
      const session = await chooseDemoAccount(ctx, { user, from: fromOf(http.request) });
      await replaceSession(ctx, http, settings, session);
      return { entered: true as const };
    },
  }),
];
