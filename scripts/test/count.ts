import type { TestModule } from "vitest/node";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Counts tests, not files; a file that could not be read, a group that could not be made ready or cleared away, and an
 * error outside any test count as failed.
 */
export function countTests(modules: readonly TestModule[], strayErrors: number): Counts {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const count = (...states: string[]) => tests.filter((test) => states.includes(test.result().state)).length;
  const unreadable = modules.filter(
    (module) => module.state() === "failed" && module.errors().length > 0,
  ).length;
  const unready = modules
    .flatMap((module) => [...module.children.allSuites()])
    .filter((group) => group.errors().length > 0).length;
  return {
    passed: count("passed"),
    // A test that never ran to its end proves nothing.
    failed: count("failed", "pending") + unreadable + unready + strayErrors,
    skipped: count("skipped"),
  };
}

/** The last line of `npm test`. */
export function countLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** The full names of the tests that did not run: a test that may be skipped says why in its name. */
export function skippedNames(modules: readonly TestModule[]): string[] {
  return modules.flatMap((module) =>
    [...module.children.allTests()]
      .filter((test) => test.result().state === "skipped")
      .map((test) => `${module.relativeModuleId} > ${test.fullName}`),
  );
}
