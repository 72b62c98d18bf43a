// The port to the mail server of the house. What is sent is plain text: a link and why it came; an invitation carries a calendar entry.
import { createTransport } from "nodemailer";

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** An entry for the receiver's calendar (RFC 5545), and what she is to do with it. */
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL"; readonly text: string };
}

export interface Mailer {
  /** Gives the mail to the server; rejects when it was not taken. */
  send(mail: Mail): Promise<void>;
  close(): void;
  /** The address from which mails come, for the calendar entries in them. */
  readonly from: string;
}

export interface MailSettings {
  /** `smtps://user:password@mail.example.ma`, `smtp://127.0.0.1:2525` */
  readonly url: string;
  readonly from: string;
}

/** From ILTIZAM_MAIL_URL and ILTIZAM_MAIL_FROM; undefined when no server is named. */
export function mailerOfEnvironment(env: NodeJS.ProcessEnv): Mailer | undefined {
  const { ILTIZAM_MAIL_URL: url = "", ILTIZAM_MAIL_FROM: from = "" } = env;
  return url === "" || from === "" ? undefined : mailerOf({ url, from });
}

export function mailerOf({ url, from }: MailSettings): Mailer {
  const transport = createTransport({
    url,
    // A server that does not answer is tried again later, not waited for.
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
  });
  return {
    async send({ to, subject, text, calendar }) {
      await transport.sendMail({
        ...{ from, to, subject, text, headers: { "Auto-Submitted": "auto-generated" } },
        ...(calendar && {
          icalEvent: { filename: "iltizam.ics", method: calendar.method, content: calendar.text },
        }),
      });
    },
    close: () => transport.close(),
    from,
  };
}
