// What waits, over a thousand agreements: one question for everything that is late, for who sees everything and for a
// regional director. The agreements stand in the real space, so that the other figures do not move.
import { alarms } from "@iltizam/core/alarms";
import {
  type Actor,
  createContext,
  folderFileStore,
  type Grant,
  openDatabase,
  systemActor,
} from "@iltizam/core/kernel";
import { atMost, type Bench, type Figure } from "../bench.ts";
import { medianTime } from "../measure.ts";
import { agreements, fillAlarms } from "../stage/late-agreements.ts";

const bench: Bench = {
  name: "alarms",
  order: 8,
  run: async (stage, { quick, tell }) => {
    const client = await stage.connect();
    const region = await fillAlarms(client).finally(() => client.end());
    const opened = openDatabase(stage.appUrl, { max: 2 });
    const files = folderFileStore(stage.dataDir);
    try {
      const figures: Figure[] = [];
      for (const [who, where] of [
        ["who sees everything", {}],
        ["a regional director", { territory: region }],
      ] as const) {
        const ctx = createContext({ db: opened.db, actor: actorOf(who, where), files });
        const { total, counts } = await alarms(ctx, { space: "real" });
        if (counts.length < 7 || total < agreements)
          throw new Error(`${who} is told of ${total} alarms only`);
        tell(`${who}: ${total} alarms, ${counts.map(({ kind, count }) => `${kind} ${count}`).join(", ")}`);
        const taken = await medianTime(quick ? 20 : 100, () => alarms(ctx, { space: "real" }));
        figures.push(atMost(`alarms over ${agreements} agreements for ${who}, median`, taken, 100, "ms"));
      }
      return figures;
    } finally {
      await opened.close();
    }
  },
};
export default bench;

const actorOf = (label: string, where: Omit<Grant, "permissions">): Actor => ({
  ...{ id: systemActor.id, kind: "user", label },
  grants: [{ permissions: ["alarms.read", "agreements.read", "meetings.read", "reports.read"], ...where }],
});
