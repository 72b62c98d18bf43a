// What a member of a committee is written about a meeting: that it is convened, moved or cancelled, with an entry for her
// calendar that replaces the one before.
import type { Context } from "@iltizam/core/kernel";
import { calendarOf, invitationOf } from "@iltizam/core/meetings";
import type { Mail } from "./mailer.ts";
import { mailWords } from "./words.ts";

/** Undefined when there is nobody to write to, or something later was told since. */
export async function inviteMember(
  ctx: Context,
  invitation: string,
  origin: string,
  from: string,
): Promise<Mail | undefined> {
  const told = await invitationOf(ctx, invitation, origin);
  if (told === undefined) return undefined;
  const { mail: to, language, what, committee, agreement, day, time, place, entry } = told;
  const words = mailWords(language);
  const agenda = told.agenda.map((item, at) => `${at + 1}. ${item}`).join("\n");
  const carried = told.carried.map((item) => `- ${item}`).join("\n");
  const values = { ...{ committee, agreement, day, time, place: place || "-", agenda: agenda || "-" } };
  const method = what === "cancelled" ? "CANCEL" : "REQUEST";
  return {
    to,
    subject: words(`meeting.${what}.subject`, values),
    text: [
      words(`meeting.${what}.text`, { ...values, address: entry.address }),
      ...(carried === "" ? [] : [words("meeting.carried", { carried })]),
    ].join("\n"),
    calendar: {
      method,
      text: calendarOf([{ ...entry, organiser: addressOnly(from), attendee: to }], method),
    },
  };
}

/** «Iltizam <iltizam@agence.ma>» is iltizam@agence.ma. */
const addressOnly = (from: string) => /<([^>]+)>/.exec(from)?.[1] ?? from;
