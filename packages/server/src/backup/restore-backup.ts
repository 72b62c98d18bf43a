// A backup becomes an installation again: in an empty place, by this version or a newer one than made it.
import { type FileStore, listMigrations, migrate } from "@iltizam/core/kernel";
import pg from "pg";
import { backupErrors } from "./errors.ts";
import type { Manifest } from "./format.ts";
import { loadEverything } from "./load-tables.ts";
import {
  clearPlace,
  isRestoreInterrupted,
  markRestoring,
  requireEmptyPlace,
  unmarkRestoring,
} from "./place.ts";
import { type CheckedContainer, checkContainer } from "./read-container.ts";

export interface RestoreOptions {
  readonly ownerUrl: string;
  readonly files: FileStore;
  readonly file: string;
  /** What follows the load before the place counts as restored: the erasures that are younger than the backup. */
  readonly afterLoad?: (manifest: Manifest) => Promise<void>;
  readonly tell?: (stage: "check" | "load", done: number, total: number) => void;
}

/**
 * Checks the whole file, then loads it. A refusal leaves the place as it was; an interruption leaves it marked, and the
 * next restore begins anew.
 * @throws `backup.not_a_backup`, `backup.cut_short`, `backup.altered`, `backup.format_newer`, `backup.version_newer`,
 *         `backup.version_differs`, `backup.place_not_empty`, `backup.place_not_ours`
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: "iltizam restore" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    if (!(await isRestoreInterrupted(client))) await requireEmptyPlace(client);
    const checked = await checkContainer(options.file, (done, total) => options.tell?.("check", done, total));
    requireKnownMigrations(checked.manifest, options.file);
    await markRestoring(client);
    try {
      await load(client, options, checked);
    } catch (error) {
      // Where even this fails, the mark stays and says what happened.
      await emptyAgain(client).catch(() => undefined);
      throw error;
    }
    await unmarkRestoring(client);
    return checked.manifest;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function load(client: pg.Client, options: RestoreOptions, checked: CheckedContainer): Promise<void> {
  const { ownerUrl, files, file, tell } = options;
  const made = new Set(checked.manifest.migrations.map(({ folder, name }) => `${folder}/${name}`));
  await clearPlace(client);
  await migrate({ ownerUrl, only: ({ folder, name }) => made.has(`${folder}/${name}`) });
  await loadEverything(client, {
    ...{ file, checked, files },
    tell: (done, total) => tell?.("load", done, total),
  });
  await migrate({ ownerUrl });
  await options.afterLoad?.(checked.manifest);
}

async function emptyAgain(client: pg.Client): Promise<void> {
  await clearPlace(client);
  await unmarkRestoring(client);
}

/** Tables as they were when the backup was made can be made again only from the same migrations. */
function requireKnownMigrations({ migrations }: Manifest, file: string): void {
  const known = new Map(listMigrations().map(({ folder, name, hash }) => [`${folder}/${name}`, hash]));
  for (const { folder, name, sha256 } of migrations) {
    const migration = `${folder}/${name}`;
    const hash = known.get(migration);
    if (hash === undefined) throw backupErrors.version_newer({ file, migration });
    if (hash !== sha256) throw backupErrors.version_differs({ file, migration });
  }
}
