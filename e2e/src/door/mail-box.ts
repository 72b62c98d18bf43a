// Mails are kept instead of sent; that they really go is tested over a real mail server elsewhere.
import type { Mail, Mailer } from "@iltizam/server/mail";

export function openMailBox() {
  const kept: Mail[] = [];
  const mailer: Mailer = {
    send: async (mail) => void kept.push(mail),
    close: () => undefined,
    from: "iltizam@exemple.test",
  };
  return {
    mailer,
    mailTo: (to: string, count = 1) => mailTo(kept, to, count),
    /** How many came so far. */
    countTo: (to: string) => kept.filter((mail) => mail.to === to).length,
  };
}

/** The last of so many mails to somebody, and the path behind the link in it. */
async function mailTo(kept: readonly Mail[], to: string, count: number) {
  for (let wait = 0; wait < 1200; wait += 1) {
    const found = kept.filter((mail) => mail.to === to);
    const last = found.at(-1);
    if (found.length >= count && last) {
      const [, link = ""] = /(\/(?:set-password|open)#[\w-]{43})\s/.exec(last.text) ?? [];
      return { ...last, link };
    }
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`no mail came for ${to}`);
}
