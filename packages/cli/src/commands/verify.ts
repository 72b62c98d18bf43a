import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { dataOption, dataUsage } from "../connect.ts";
import { sealAndVerify, showVerified } from "../show-verified.ts";
import { withContext } from "../with-context.ts";

export const command: Command = {
  name: "verify",
  summary: "Recount every total from the facts, check every block",
  usage: `iltizam verify [--json] [--data DIR]

  --json        what was read and what differs, for machines
  ${dataUsage}

Ends with 1 when something differs.`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { ...dataOption, json: { type: "boolean", default: false } },
    });
    return withContext(values, async (ctx) => {
      if (!values.json) return showVerified(ctx, io);
      const found = await sealAndVerify(ctx, io);
      io.out(JSON.stringify(found, null, 2));
      return found.differences.length === 0 ? 0 : 1;
    });
  },
};
