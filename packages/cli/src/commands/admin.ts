import { parseArgs } from "node:util";
import {
  createAdministrator,
  identityErrors,
  language,
  readAccounts,
  shortestPassword,
} from "@iltizam/core/identity";
import type { Context } from "@iltizam/core/kernel";
import { askHolder } from "@iltizam/server/postgres";
import { defaultHost, defaultPort } from "@iltizam/server/start";
import { ask, canAsk } from "../ask.ts";
import { badUse, type Command, type Io } from "../command.ts";
import { dataFolder, dataOption, dataUsage } from "../connect.ts";
import { type Say, sayIn } from "../say.ts";
import { withContext } from "../with-context.ts";

const options = {
  ...dataOption,
  mail: { type: "string" },
  name: { type: "string" },
  language: { type: "string", default: "fr" },
  link: { type: "boolean", default: false },
  origin: { type: "string" },
  another: { type: "boolean", default: false },
} as const;

export const command: Command = {
  name: "admin",
  summary: "Create the account that administers this installation",
  usage: `iltizam admin create [--mail MAIL] [--name NAME] [--language fr|ar|en] [--link] [--origin URL] [--another] [--data DIR]

  --mail, --name  whose account it is; asked for when they are missing
  --language L    the language of its mails (fr)
  --link          print a link to choose the password instead of asking for it; always so without a terminal
  --origin URL    the address under which this installation is reached, for the link
  --another       although somebody administers already
  ${dataUsage}

There is no default password. Whoever can run this command on the machine can do everything on it anyway.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    if (positionals.join(" ") !== "create") throw badUse("admin wants “create”.");
    const spoken = language.safeParse(values.language).data;
    if (spoken === undefined) throw badUse(`--language ${values.language}: accepted are fr, ar and en.`);
    const say = sayIn();
    const mail = values.mail ?? (await wanted("--mail", say("admin.mail")));
    const name = values.name ?? (await wanted("--name", say("admin.name")));
    const password = values.link || !canAsk() ? undefined : await newPassword(say);
    return withContext(values, async (ctx) => {
      if (!values.another && (await readAccounts(ctx.db)).administrators)
        throw identityErrors.administrator_exists();
      const given = { mail, name, language: spoken, ...(password !== undefined && { password }) };
      return tell(ctx, io, say, { given, origin: values.origin ?? (await originHere(dataFolder(values))) });
    });
  },
};

interface Telling {
  readonly given: Parameters<typeof createAdministrator>[1];
  readonly origin: string;
}

async function tell(ctx: Context, io: Io, say: Say, { given, origin }: Telling): Promise<number> {
  const { token } = await createAdministrator(ctx, given);
  const { mail } = given;
  if (token === null) io.out(say("admin.created", { mail }));
  else io.out(say("admin.link", { mail, address: `${origin}/set-password#${token}` }));
  return 0;
}

async function wanted(option: string, question: string): Promise<string> {
  if (!canAsk()) throw badUse(`admin create wants ${option}, because there is no terminal to ask at.`);
  return (await ask(question)).trim();
}

async function newPassword(say: Say): Promise<string> {
  const password = await ask(say("admin.password", { least: shortestPassword }), { secret: true });
  if ((await ask(say("admin.again"), { secret: true })) !== password) throw badUse(say("admin.differ"));
  return password;
}

/** Where the server of this folder listens, or will by default. */
async function originHere(dataDir: string): Promise<string> {
  const served = await askHolder(dataDir, "server");
  return served?.startsWith("http") ? served : `http://${defaultHost}:${defaultPort}`;
}
