import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFilledDatabase } from "./create-filled-database.ts";
import { withClient } from "./with-client.ts";

test("a database is filled once, and each who asks has a copy of it and of its files", async () => {
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), "iltizam-filled-")));
  let filled = 0;
  const copies = await Promise.all(
    folders.map((folder) =>
      createFilledDatabase("once", folder, async ({ appUrl, dataDir }) => {
        filled += 1;
        writeFileSync(join(dataDir, "beside"), "a file");
        await withClient(appUrl, (client) => client.query("create temporary table seen (one integer)"));
      }),
    ),
  );
  expect(filled).toBe(1);
  expect(copies[0]?.name).not.toBe(copies[1]?.name);
  for (const [number, folder] of folders.entries()) {
    expect(existsSync(join(folder, "beside"))).toBe(true);
    rmSync(folder, { recursive: true });
    await copies[number]?.drop();
  }
});
