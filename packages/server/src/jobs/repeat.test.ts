import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { repeat } from "./repeat.ts";

/** Milliseconds: a machine that does much else comes to it late. */
const patience = 15_000;

const listen = () => {
  const said: string[] = [];
  const hear = (_about: object, text: string) => void said.push(text);
  return { said, log: { info: hear, error: hear } };
};

test("a failure is told once, the next times come all the same, and its end is told", async () => {
  const { said, log } = listen();
  let times = 0;
  const job = repeat(
    "trial",
    async () => {
      times += 1;
      if (times < 4) throw new Error("the database is away");
    },
    { every: 1, log },
  );
  await vi.waitFor(() => expect(times).toBeGreaterThan(5), patience);
  await job.stop();
  expect(said).toEqual(["failed", "works again"]);
});

test("stopping waits for what is at work, and nothing follows", async () => {
  const { log } = listen();
  let begun = 0;
  let ended = 0;
  const job = repeat(
    "trial",
    async () => {
      begun += 1;
      await sleep(50);
      ended += 1;
    },
    { every: 1, log },
  );
  await vi.waitFor(() => expect(begun).toBe(1), patience);
  await job.stop();
  expect(ended).toBe(1);
  await sleep(20);
  expect(begun).toBe(1);
});
