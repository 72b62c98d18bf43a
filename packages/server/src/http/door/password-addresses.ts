// A password by a link that came by mail; the token stands in the body, never in an address that is logged somewhere.
import {
  askReset,
  changePassword,
  language,
  readPasswordLink,
  setPassword,
  tokenText,
} from "@iltizam/core/identity";
import { z } from "zod";
import { requestLocale } from "../answer-errors.ts";
import { doorAddress } from "./door-address.ts";
import { fromOf } from "./from-of.ts";
import { visitOf } from "./open-door.ts";
import type { Door } from "./settings.ts";

const entering = { method: "POST", permission: "door.enter" } as const;

export const passwordAddresses = (_door: Door) => [
  doorAddress({
    ...{ ...entering, path: "/password-resets", summary: "Ask for a link to set a new password" },
    input: z.object({ mail: z.string().min(1).max(300) }),
    output: z.object({ asked: z.literal(true) }),
    async run(ctx, { mail }, { request }) {
      await askReset(ctx, { mail, language: language.parse(requestLocale(request)), from: fromOf(request) });
      return { asked: true as const };
    },
  }),
  doorAddress({
    ...{ ...entering, path: "/password-links", summary: "For whom a link sets a password" },
    input: z.object({ token: tokenText }),
    output: readPasswordLink.output,
    run: (ctx, { token }) => readPasswordLink(ctx, { token }),
  }),
  doorAddress({
    ...{
      ...entering,
      path: "/passwords",
      summary: "Set a password by the link of an invitation or of a reset",
    },
    input: setPassword.input,
    output: setPassword.output,
    run: (ctx, given) => setPassword(ctx, given),
  }),
  doorAddress({
    ...{ method: "POST", permission: "door.own_account", path: "/account/password" },
    summary: "Replace one's own password; all other sessions end",
    input: z.object({ password: z.string().min(1).max(1000), newPassword: z.string().min(1).max(1000) }),
    output: changePassword.output,
    run: (ctx, given, { request }) =>
      changePassword(ctx, { ...given, session: visitOf(request).session?.id }),
  }),
];
