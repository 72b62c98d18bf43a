import { parseArgs } from "node:util";
import { migrate } from "@iltizam/core/kernel";
import { refuseInterruptedRestore } from "@iltizam/server/backup";
import { loadDemo } from "@iltizam/server/demo";
import { loadDemoOnce } from "@iltizam/server/start";
import { badUse, type Command } from "../command.ts";
import { dataFolder, dataOption, dataUsage } from "../connect.ts";
import { inFreePlace } from "../in-free-place.ts";
import { sayIn } from "../say.ts";
import { terminalLocale } from "../terminal-locale.ts";

export const command: Command = {
  name: "demo",
  summary: "Load the demo into an empty place: real announcements, and a simulated region",
  usage: `iltizam demo [--data DIR]

  ${dataUsage}, with nothing recorded in it`,
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: dataOption });
    return inFreePlace(dataFolder(values), async (place) => {
      await refuseInterruptedRestore(place.ownerUrl);
      await migrate({ ownerUrl: place.ownerUrl });
      const loaded = await loadDemoOnce({ ...place, onMessage: io.err, locale: terminalLocale() }, loadDemo);
      if (!loaded) throw badUse(sayIn()("demo.notEmpty"));
      io.out(sayIn()("demo.loaded"));
      return 0;
    });
  },
};
