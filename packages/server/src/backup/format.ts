// The file `iltizam-backup/1`: a tar archive that any tar opens, then one block that seals the whole of it.
// docs/formats/backup.md describes it for a reader without this program.
import { z } from "zod";

export const backupFormat = "iltizam-backup/1";
export const erasuresFormat = "iltizam-erasures/1";

/** The first entry: what the file is, before anything else is read. */
export const headName = "iltizam-backup.json";
/** The last entry: what the file holds. */
export const manifestName = "manifest.json";

/** The block after the archive. */
export const sealBytes = 512;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const part = z.object({
  /** The entry's name: `tables/<table>/<number>.copy.gz`. */
  name: z.string(),
  rows: z.int().min(0),
  bytes: z.int().min(0),
  sha256,
});
export type Part = z.infer<typeof part>;

const table = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.int(),
  parts: z.array(part),
});
export type SavedTable = z.infer<typeof table>;

const savedMigration = z.object({ folder: z.string(), name: z.string(), sha256 });
export type SavedMigration = z.infer<typeof savedMigration>;

export const manifest = z.object({
  format: z.literal(backupFormat),
  madeAt: z.iso.datetime(),
  /** IANA name of the zone whose days are the days of the facts. */
  timeZone: z.string(),
  postgres: z.string(),
  migrations: z.array(savedMigration),
  tables: z.array(table),
  files: z.array(z.object({ sha256, bytes: z.int().min(0) })),
  lastBlock: z.object({ number: z.int(), hash: sha256 }).nullable(),
});
export type Manifest = z.infer<typeof manifest>;

/** The name of a file of the file store inside the archive. */
export function fileEntry(hash: string): string {
  return `files/${hash.slice(0, 2)}/${hash}`;
}

/** The text of the closing block: what the file is, how many bytes stand before it, and their SHA-256. */
export function sealText(bytes: number, digest: string): string {
  return `${backupFormat} sha256 ${digest} bytes ${bytes}\n`;
}

/** Reads the closing block; undefined when it is none. */
export function readSeal(block: Buffer): { format: string; sha256: string; bytes: number } | undefined {
  const read = /^(iltizam-backup\/\d+) sha256 ([0-9a-f]{64}) bytes (\d+)\n\0*$/.exec(
    block.toString("latin1"),
  );
  const [, format, digest, bytes] = read ?? [];
  if (format === undefined || digest === undefined) return undefined;
  return { format, sha256: digest, bytes: Number(bytes) };
}
