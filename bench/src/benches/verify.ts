// verify: every total recounted from the facts, every block and row hashed again.
import { createContext, folderFileStore, openDatabase, systemActor } from "@iltizam/core/kernel";
import { verify } from "@iltizam/core/results";
import { atMost, type Bench } from "../bench.ts";
import { timed } from "../measure.ts";

const bench: Bench = {
  name: "verify",
  order: 4,
  run: async (stage) => {
    const opened = openDatabase(stage.appUrl);
    try {
      const ctx = createContext({ db: opened.db, actor: systemActor, files: folderFileStore(stage.dataDir) });
      const { result, ms } = await timed(() => verify(ctx, {}));
      if (result.differences.length > 0)
        throw new Error(`verify found ${result.differences.length} differences`);
      const limit = 12 * Math.max(1, stage.size.facts / 1_000_000);
      return [atMost(`verify ${stage.size.facts} facts`, ms / 1000, limit, "s")];
    } finally {
      await opened.close();
    }
  },
};
export default bench;
