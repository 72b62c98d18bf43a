// A walk of two people: somebody at a desk, and somebody with a telephone whom only a mail tells of it.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Step } from "../read-walk.ts";
import { visit } from "../settled.ts";
import { doStep } from "../walk-steps.ts";

interface MailBox {
  /** Whose mails. */
  readonly to: string;
  countTo(to: string): number;
  mailTo(to: string, count: number): Promise<{ readonly link: string; readonly text: string }>;
}

export async function walkOfTwo(
  screens: { readonly desk: Page; readonly phone: Page },
  steps: readonly Step[],
  box: MailBox,
): Promise<void> {
  let page = screens.desk;
  let link = "";
  let mails = box.countTo(box.to);
  for (const [at, step] of steps.entries()) {
    const { does, what, words } = step;
    const doing = async () => {
      if (does === "at") page = what === "phone" ? screens.phone : screens.desk;
      else if (does === "mail") {
        mails += 1;
        const mail = await box.mailTo(box.to, mails);
        expect(mail.text).toContain(words.fr);
        link = mail.link;
      } else if (what === "the link in the mail") await visit(page, link);
      else if (does === "attach") await attach(page, what, words.fr);
      else await doStep({ page, lang: "fr" }, step);
    };
    await doing().catch((error: Error) => {
      throw new Error(`step ${at + 1} (${does} ${what}): ${error.message}`);
    });
  }
}

const attach = (page: Page, label: string, name: string) =>
  page.getByLabel(label, { exact: true }).setInputFiles({
    ...{ name, mimeType: "application/pdf" },
    buffer: Buffer.from("%PDF-1.7\n%what was done\n"),
  });
