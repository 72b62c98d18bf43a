import { openRegister } from "@iltizam/testkit/register";
import { expect, test } from "vitest";
import { systemActor } from "../kernel/index.ts";
import { editionProgress, withProgress } from "./progress.ts";

const watch = "00000000-0000-4000-8000-00000000000a";

test("how far an edition is can be asked while it is worked out, and nothing is left of it", async () => {
  const register = await openRegister();
  const ctx = { ...register.as(["publishing.preview"]), actor: systemActor };
  const seen = await withProgress(watch, async (onStep) => {
    const before = await editionProgress(ctx, { watch });
    onStep(1, 3);
    return [before, await editionProgress(ctx, { watch })];
  });
  expect(seen).toEqual([{ progress: null }, { progress: { done: 1, of: 3 } }]);
  await expect(withProgress(watch, () => Promise.reject(new Error("refused")))).rejects.toThrow("refused");
  expect(await editionProgress(ctx, { watch })).toEqual({ progress: null });
  await register.close();
});
