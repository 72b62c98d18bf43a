import { expect, test } from "vitest";
import { settingsFor, settingsText } from "../settings.ts";

const GB = 1024 ** 3;
const settings = (memory: number, cores: number, roomyShm = true) =>
  settingsFor({ machine: { memory, cores, roomyShm }, port: 5000, socketDir: undefined, durable: true });

test("a small machine keeps memory for the rest, a large one is used up to a limit", () => {
  const chosen = [1, 8, 64].map((size) => settings(size * GB, 4));
  expect(chosen.map((each) => each.shared_buffers)).toEqual(["205MB", "1638MB", "2048MB"]);
  expect(chosen.map((each) => each.work_mem)).toEqual(["8MB", "32MB", "32MB"]);
});

test("every core may help a query, a few at a time", () => {
  expect(settings(8 * GB, 1)).toMatchObject({
    max_parallel_workers: "1",
    max_parallel_workers_per_gather: "1",
  });
  expect(settings(8 * GB, 16)).toMatchObject({
    max_parallel_workers: "16",
    max_parallel_workers_per_gather: "4",
  });
});

test("a container's small shared memory is not used", () => {
  expect(settings(8 * GB, 4)).not.toHaveProperty("dynamic_shared_memory_type");
  expect(settings(8 * GB, 4, false)).toMatchObject({ dynamic_shared_memory_type: "sysv" });
});

test("a value is written so that PostgreSQL reads the same", () => {
  expect(settingsText({ search: "it's" })).toContain("search = 'it''s'\n");
});
