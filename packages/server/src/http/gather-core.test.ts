import { unansweredGuards } from "@iltizam/core/agreements";
import { expect, test } from "vitest";
import { gatherCore } from "./gather-core.ts";

test("every guard of the life cycle that a higher floor answers is answered where the program is put together", async () => {
  const { guards } = await gatherCore();
  expect(unansweredGuards(guards)).toEqual([]);
});
