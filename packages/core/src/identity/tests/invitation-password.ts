import type { Context } from "../../kernel/index.ts";
import { makeInvitationLink } from "../invitation.ts";
import { inviteUser } from "../invite-user.ts";
import { setPassword } from "../set-password.ts";

/** Invites somebody and lets her choose her password by the link. */
export async function invitationPassword(
  ctx: Context,
  door: Context,
  { mail, name, password }: { mail: string; name: string; password: string },
): Promise<string> {
  const { user } = await inviteUser(ctx, { mail, name });
  const { token } = await makeInvitationLink(ctx, { user });
  await setPassword(door, { token, password });
  return user;
}
