import { parseArgs } from "node:util";
import { migrate } from "@iltizam/core/kernel";
import { refuseInterruptedRestore } from "@iltizam/server/backup";
import { ensurePostgres } from "@iltizam/server/postgres";
import type { Command } from "../command.ts";
import { dataFolder, dataOption, dataUsage } from "../connect.ts";
import { terminalLocale } from "../terminal-locale.ts";

export const command: Command = {
  name: "migrate",
  summary: "Bring the database to this version of Iltizam",
  usage: `iltizam migrate [--data DIR]

  ${dataUsage}
  DATABASE_URL  an existing PostgreSQL 18 instead`,
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: dataOption });
    const postgres = await ensurePostgres({
      dataDir: dataFolder(values),
      onMessage: io.err,
      locale: terminalLocale(),
    });
    try {
      await refuseInterruptedRestore(postgres.ownerUrl);
      const { applied } = await migrate({ ownerUrl: postgres.ownerUrl, onMessage: io.out });
      io.out(applied === 0 ? "The database is up to date." : `${applied} migrations applied.`);
      return 0;
    } finally {
      await postgres.stop();
    }
  },
};
