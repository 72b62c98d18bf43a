// A real SMTP server on this machine that keeps what it is given, and can refuse.
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

export interface KeptMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The calendar entry in it, or nothing. */
  readonly calendar: string;
}

export async function openMailServer() {
  const kept: KeptMail[] = [];
  const refused = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) =>
      refused.has(address) ? done(Object.assign(new Error("no such box"), { responseCode: 550 })) : done(),
    onData: async (stream, session, done) => {
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      const { subject = "", text = "", attachments } = await PostalMime.parse(Buffer.concat(parts));
      const entry = attachments.find(({ mimeType }) => mimeType === "text/calendar");
      const calendar = entry === undefined ? "" : textOf(entry.content);
      kept.push({ to: session.envelope.rcptTo[0]?.address ?? "", subject, text, calendar });
      done();
    },
  });
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", () => ready()));
  const { port } = server.server.address() as { port: number };
  return {
    kept,
    refused,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

const textOf = (content: string | ArrayBuffer | Uint8Array) =>
  typeof content === "string" ? content : Buffer.from(content as Uint8Array).toString("utf8");
