export { type Mail, type Mailer, type MailSettings, mailerOf, mailerOfEnvironment } from "./mailer.ts";
export { sendWaitingMails } from "./send-waiting.ts";
export { writeDigest } from "./write-digest.ts";
