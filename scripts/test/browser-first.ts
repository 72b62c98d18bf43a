// Longest first: a browser test that begins when all others have ended lets every other core wait for it.
import { BaseSequencer, type TestSpecification } from "vitest/node";

export class BrowserFirst extends BaseSequencer {
  /** The tests of screens, and then the others; among them what took longest the last time, or the largest file. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { screens = [], others = [] } = Object.groupBy(await super.sort(files), ({ moduleId }) =>
      moduleId.includes("/e2e/") ? "screens" : "others",
    );
    return [...screens, ...others];
  }
}
