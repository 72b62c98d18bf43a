// Turns what waits in the outbox into mails. The link is made in the moment of sending: its token stands in the mail
// and nowhere else, and a mail that was not taken gets another one next time.
import { makeInvitationLink, makeResetLink, userById } from "@iltizam/core/identity";
import { type Context, inReading, type Locale, type TakenEvent, takeEvents } from "@iltizam/core/kernel";
import { makeReportLink } from "@iltizam/core/reports";
import { makeRequestLink } from "@iltizam/core/requests";
import { inviteApplicant } from "./invite-applicant.ts";
import { inviteMember } from "./invite-member.ts";
import type { Mail, Mailer } from "./mailer.ts";
import { mailWords, writtenDay } from "./words.ts";

/** What is sent for each event: undefined when there is nobody to write to. */
export type Writer = (
  ctx: Context,
  event: TakenEvent,
  origin: string,
  from: string,
) => Promise<Mail | undefined>;

const link = (origin: string, token: string) => `${origin}/set-password#${token}`;

const writers: Readonly<Record<string, Writer>> = {
  async "identity.invited"(ctx, { objectId }, origin) {
    const user = await inReading(ctx, (tx) => userById(tx, objectId));
    if (user?.state !== "invited") return undefined;
    const { token } = await makeInvitationLink(ctx, { user: user.id });
    return letter("invitation", user, link(origin, token));
  },
  async "identity.reset_asked"(ctx, { payload }, origin) {
    const { mail = "" } = payload as { mail?: string };
    const { found } = await makeResetLink(ctx, { mail });
    if (found === null) return undefined;
    return letter(found.purpose, found, link(origin, found.token));
  },
  async "requests.asked"(ctx, { objectId }, origin) {
    const asked = await makeRequestLink(ctx, { request: objectId });
    if (asked.mail === null) return undefined;
    const { agreement, organisation, askedBy, language, token } = asked;
    const words = mailWords(language);
    const values = { agreement, organisation, askedBy, ...daysOf(asked), address: `${origin}/open#${token}` };
    return {
      to: asked.mail,
      subject: words("request.subject", { agreement }),
      text: words("request.text", values),
    };
  },
  "reports.asked": askForReport,
  "reports.sent_back": askForReport,
  "calls.invited": (ctx, { objectId }, origin) => inviteApplicant(ctx, objectId, origin),
  "meetings.invited": (ctx, { objectId }, origin, from) => inviteMember(ctx, objectId, origin, from),
};

/** The link of a report with what it is about; when parts of it were sent back, with the reasons. */
async function askForReport(
  ctx: Context,
  { objectId }: TakenEvent,
  origin: string,
): Promise<Mail | undefined> {
  const asked = await makeReportLink(ctx, { report: objectId }).catch((error: { code?: string }) => {
    // it came, or was waived, since it was asked for
    if (error.code === "reports.not_open") return undefined;
    throw error;
  });
  if (asked === undefined || asked.mail === null) return undefined;
  const words = mailWords(asked.language);
  const { agreement, organisation, kind, reasons } = asked;
  const key = reasons.length === 0 ? "report" : "reportBack";
  const listed = reasons.map((reason) => `- ${reason}`).join("\n");
  const values = { agreement, organisation, kind, ...daysOf(asked), reasons: listed };
  return {
    to: asked.mail,
    subject: words(`${key}.subject`, { agreement, kind }),
    text: words(`${key}.text`, { ...values, address: `${origin}/open#${asked.token}` }),
  };
}

/** The period and the day by which it is due, as a letter writes them. */
const daysOf = ({ language, period: { from, to }, dueOn }: Dated) => ({
  from: writtenDay(language, from),
  to: writtenDay(language, to),
  due: writtenDay(language, dueOn),
});
interface Dated {
  readonly language: Locale;
  readonly period: { readonly from: string; readonly to: string };
  readonly dueOn: string;
}

function letter(
  kind: "invitation" | "reset",
  to: { readonly mail: string; readonly name: string; readonly language: Locale },
  address: string,
): Mail {
  const words = mailWords(to.language);
  const values = { name: to.name, address };
  return { to: to.mail, subject: words(`${kind}.subject`), text: words(`${kind}.text`, values) };
}

/** A mail that could not be sent for so long is of no use any more. */
const longestWait = 24 * 3_600_000;

/**
 * Sends what waits, each mail once over all servers; what the mail server did not take stays for the next time.
 * Returns how many were sent; the first failure is thrown when all others were tried.
 */
export async function sendWaitingMails(ctx: Context, mailer: Mailer, origin: string): Promise<number> {
  let sent = 0;
  const failures = await takeEvents(ctx, Object.keys(writers), async (event) => {
    if (ctx.clock.now().getTime() - event.at.getTime() > longestWait) return;
    const mail = await writers[event.type]?.(ctx, event, origin, mailer.from);
    if (mail === undefined) return;
    await mailer.send(mail);
    sent += 1;
  });
  if (failures.length > 0) throw failures[0];
  return sent;
}
