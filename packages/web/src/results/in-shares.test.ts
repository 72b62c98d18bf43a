import { expect, test } from "vitest";
import { inShares } from "./in-shares.ts";

test("many are judged in shares, what is left is added by reason, and progress is told", async () => {
  const facts = Array.from({ length: 450 }, (_, at) => `fact ${at}`);
  const sizes: number[] = [];
  const progress: number[] = [];
  const judged = await inShares(
    facts,
    async (share) => {
      sizes.push(share.length);
      return { done: share.length - 1, left: { own_record: 1 } };
    },
    (done) => progress.push(done),
  );
  expect(sizes).toEqual([200, 200, 50]);
  expect(progress).toEqual([0, 200, 400, 450]);
  expect(judged).toEqual({ done: 447, left: { own_record: 3 } });
});
