// The link of an invitation: made when its mail is sent, or to be handed over where no mail is set up.
import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { identityErrors } from "./errors.ts";
import { issueStep } from "./step-tokens.ts";
import { userOf } from "./store.ts";

const token = z.object({ token: z.string() });

export const makeInvitationLink = defineAct({
  name: "identity.make_invitation_link",
  permission: "identity.manage_users",
  input: z.object({ user: z.string().min(1).max(254) }),
  output: token,
  async run(ctx, { user: key }) {
    const { id, state } = await userOf(ctx.tx, key);
    if (state !== "invited") throw identityErrors.not_invited({ user: key });
    const made = await issueStep(ctx.tx, { purpose: "invitation", user: id, at: ctx.clock.now() });
    await ctx.journal({ object: { kind: "user", id }, after: { link: "invitation" } });
    return { token: made };
  },
});

export const inviteAgain = defineAct({
  name: "identity.invite_again",
  permission: "identity.manage_users",
  input: z.object({ user: z.string().min(1).max(254) }),
  output: z.object({ user: z.uuid() }),
  async run(ctx, { user: key }) {
    const { id, state } = await userOf(ctx.tx, key);
    if (state !== "invited") throw identityErrors.not_invited({ user: key });
    await ctx.journal({ object: { kind: "user", id }, after: { invited: "again" } });
    await ctx.emit({ type: "identity.invited", objectId: id });
    return { user: id };
  },
});
