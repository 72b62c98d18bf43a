// npm run bench:edition [-- FILE]: how long an edition of the demo takes, and how much of it is not told; with FILE, kept
// for docs/performance.md.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemActor } from "@iltizam/core/kernel";
import { previewEdition } from "@iltizam/core/publishing";
import { openContext } from "@iltizam/server/compose";
import { loadDemo } from "@iltizam/server/demo";
import { createTestDatabase, stopOwnTestServer } from "@iltizam/testkit/database";
import { type Figure, reported } from "../bench.ts";
import { machine } from "../machine.ts";
import { median, timed } from "../measure.ts";

const runs = 3;
const dataDir = mkdtempSync(join(tmpdir(), "iltizam-edition-"));
const database = await createTestDatabase();
try {
  await loadDemo({ appUrl: database.appUrl, dataDir, onMessage: () => undefined, locale: "fr" });
  const figures = [...(await measure("simulated")), ...(await measure("real"))];
  for (const { what, reach, measured } of figures) console.log(`${what}: ${measured} (${reach})`);
  const [file] = process.argv.slice(2);
  if (file) {
    const result = { machine: machine(), on: new Date().toISOString().slice(0, 10), figures };
    writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  }
} finally {
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
  await stopOwnTestServer();
}

/** The edition that would leave today, compared with itself and with those that have left. */
async function measure(space: "simulated" | "real"): Promise<Figure[]> {
  const { ctx, close } = await openContext({
    ...{ appUrl: database.appUrl, dataDir, actor: systemActor, name: "iltizam edition", connections: 2 },
  });
  const times: number[] = [];
  let made = await previewEdition(ctx, { space });
  for (let run = 0; run < runs; run += 1) {
    const { result, ms } = await timed(() => previewEdition(ctx, { space }));
    times.push(ms);
    made = result;
  }
  await close();
  const { counts, promises, threshold, hidden } = made;
  const few = hidden.filter(({ why }) => why === "few").length;
  const name = space === "simulated" ? "the fictional region" : "the real announcements";
  return [
    reported(`edition of ${name}, ${promises} promises, median of ${runs}`, median(times) / 1000, "s"),
    reported(
      `of its ${counts.all} counts, not told (threshold ${threshold})`,
      counts.all - counts.told,
      "counts",
    ),
    reported("because few stand behind them", few, "figures"),
    reported("because they would give such a one away", hidden.length - few, "figures"),
  ];
}
