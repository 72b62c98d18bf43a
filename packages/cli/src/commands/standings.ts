import { parseArgs } from "node:util";
import { standings } from "@iltizam/core/standings";
import { readIndicators } from "@iltizam/core/vocabulary";
import type { Command } from "../command.ts";
import { dataOption, dataUsage } from "../connect.ts";
import { sayIn } from "../say.ts";
import { showStandings } from "../standings/show-standings.ts";
import { withContext } from "../with-context.ts";

export const command: Command = {
  name: "standings",
  summary: "Promises against results: announced, signed, declared, realised, proven, remaining",
  usage: `iltizam standings [--agreement REF] [--region CODE] [--as-of D] [--known-on D] [--space S] [--json]

  --agreement REF  one agreement with everything below it
  --region CODE    one territory of the register, for example 03
  --as-of D        facts dated on or before that day (YYYY-MM-DD)
  --known-on D     as it was recorded by the end of that day
  --space S        real or simulated; both when left out
  --json           an array of rows, for machines
  ${dataUsage}`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...dataOption,
        agreement: { type: "string" },
        region: { type: "string" },
        "as-of": { type: "string" },
        "known-on": { type: "string" },
        space: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    const { agreement, region, "as-of": asOf, "known-on": knownOn } = values;
    return withContext(values, async (ctx) => {
      const space = values.space as "real" | "simulated" | undefined;
      const rows = await standings(ctx, { agreement, region, asOf, knownOn, space });
      if (values.json) {
        io.out(JSON.stringify(rows, null, 2));
        return 0;
      }
      const say = sayIn();
      const known = await readIndicators(ctx.db);
      const indicator = (code: string) => known.get(code)?.label[say.locale] ?? code;
      io.out(showStandings(rows, { say, indicator }, io.columns));
      return 0;
    });
  },
};
