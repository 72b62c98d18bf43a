import { parseArgs } from "node:util";
import { loadDemo } from "@iltizam/server/demo";
import { demoState, markDemo } from "@iltizam/server/start";
import { badUse, type Command } from "../command.ts";
import { dataOption, dataUsage, withDatabase } from "../connect.ts";

export const command: Command = {
  name: "demo",
  summary: "Load the demo into a database in which nothing has been recorded",
  usage: `iltizam demo [--data DIR]

  ${dataUsage}
  DATABASE_URL  an existing PostgreSQL 18 instead`,
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: dataOption });
    return withDatabase(values, async (database) => {
      if ((await demoState(database.ownerUrl)) !== "empty")
        throw badUse("Something is recorded here already: the demo goes into an empty database only.");
      await markDemo(database.ownerUrl, "loading");
      await loadDemo({ ...database, onMessage: io.out });
      await markDemo(database.ownerUrl, "loaded");
      return 0;
    });
  },
};
