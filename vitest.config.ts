import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BrowserFirst } from "./scripts/test/browser-first.ts";

const gigabyte = 1024 ** 3;

// A browser test and a program that starts spend a third of their time waiting: with one worker more than cores, up to
// four, nothing lies idle. Each holds a few connections to the run's one PostgreSQL, and some of them a browser.
const roomy = process.availableMemory() >= 6 * gigabyte;
const workers = Math.min(4, Math.max(2, availableParallelism() + (roomy ? 1 : 0)));

export default defineConfig({
  test: {
    include: ["packages/**/*.test.ts", "scripts/**/*.test.ts", "e2e/src/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    globalSetup: ["packages/testkit/src/database/global-setup.ts"],
    pool: "forks",
    // A worker keeps the modules that it has loaded for its next test file: half the processor time of the whole. A test
    // file therefore leaves nothing behind in a module, the environment or the working directory.
    isolate: false,
    maxWorkers: workers,
    sequence: { sequencer: BrowserFirst },
    // No limit that only speed can break: what a test waits for may take ten times as long on a small and busy machine.
    testTimeout: 240_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    teardownTimeout: 30_000,
  },
});
