import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Each worker holds a few connections to the run's one PostgreSQL; more workers than cores only wait for one another.
const workers = Math.min(4, Math.max(2, availableParallelism()));

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
    testTimeout: 20_000,
    // What a reader waits for may take its time on a small machine; a second is the runner's own default.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
  },
});
