// npm test [-- PATH…]: everything, or the test files whose path contains one of the words. The last line counts.
import { startVitest, type Vitest } from "vitest/node";
import { buildWeb } from "../packages/web/build.mjs";
import { prepareBrowser } from "./test/browser.ts";
import { countLine, countTests, skippedNames } from "./test/count.ts";

const filters = process.argv.slice(2);
const refusal = prepareBrowser(filters);
if (refusal !== undefined) {
  process.stderr.write(`${refusal}\n`);
  process.exit(1);
}

// Once, before the workers: each browser test asks for it, and several would begin to build side by side.
await buildWeb();
const vitest = await startVitest("test", filters, { watch: false, run: true });
const counts = countTests(vitest.state.getTestModules(), vitest.state.getUnhandledErrors().length);
const skipped = skippedNames(vitest.state.getTestModules());
await closeInTime(vitest);
for (const name of skipped) process.stdout.write(`skipped: ${name}\n`);
process.stdout.write(`\n${countLine(counts)}\n`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);

/** A worker that does not end must not keep the result from being told. */
async function closeInTime(running: Vitest): Promise<void> {
  const late = new Promise<void>((done) => setTimeout(done, 30_000).unref());
  await Promise.race([running.close(), late]);
}
