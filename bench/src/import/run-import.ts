// The product's own import of one file, in a process of its own so that its memory is its own. Prints one line of JSON.
import { createContext, folderFileStore, openDatabase, systemActor, systemClock } from "@iltizam/core/kernel";
import { openKeys } from "@iltizam/core/people";
import { importSheets } from "@iltizam/core/results";
import { openSheet } from "@iltizam/core/sheets";

const [appUrl = "", dataDir = "", path = ""] = process.argv.slice(2);
const [results] = importSheets;
if (results === undefined) throw new Error("results export no sheet");

let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 100);
const opened = openDatabase(appUrl);
const keys = await openKeys(`${dataDir}/keys.json`, systemClock);
const ctx = createContext({ db: opened.db, actor: systemActor, files: folderFileStore(dataDir), keys });
const start = performance.now();
const file = await openSheet(path, results.sheet);
const { findings, differences, counts, ...outcome } = await results.run(ctx, {
  file,
  space: "simulated",
  source: "bench-si",
});
const seconds = (performance.now() - start) / 1000;
clearInterval(watch);
await opened.close();
process.stdout.write(
  `${JSON.stringify({ seconds, peakMegabytes: Math.round(peak / 2 ** 20), findings: findings.total, ...outcome })}\n`,
);
