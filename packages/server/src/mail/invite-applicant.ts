// What an organisation without an account is written about a call that it may answer: its one-time link.
import { makeInvitationLink } from "@iltizam/core/calls";
import type { Context } from "@iltizam/core/kernel";
import type { Mail } from "./mailer.ts";
import { mailWords, writtenDay } from "./words.ts";

/** Undefined when there is nobody to write to, or the call takes no applications any more. */
export async function inviteApplicant(
  ctx: Context,
  invitation: string,
  origin: string,
): Promise<Mail | undefined> {
  const told = await makeInvitationLink(ctx, { invitation }).catch((error: { code?: string }) => {
    if (error.code === "calls.closed_on" || error.code === "calls.not_taking") return undefined;
    throw error;
  });
  if (told === undefined || told.mail === null) return undefined;
  const { language, organisation, invitedBy, token } = told;
  const words = mailWords(language);
  const call = (language === "ar" ? told.titleAr : null) ?? told.title;
  const closes = writtenDay(language, told.closesOn);
  return {
    to: told.mail,
    subject: words("call.subject", { call }),
    text: words("call.text", { call, organisation, invitedBy, closes, address: `${origin}/open#${token}` }),
  };
}
