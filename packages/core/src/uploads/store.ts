import { sql } from "kysely";
import { type Actor, type Db, firstRow, type Space } from "../kernel/index.ts";
import { uploadErrors } from "./errors.ts";
import type { KeptUpload } from "./model.ts";

export interface UploadRow extends KeptUpload {
  readonly hash: string | null;
  readonly source: string | null;
  readonly actor: Actor;
  readonly space: Space;
}

/** @throws `uploads.unknown`, also for what somebody else sent */
export async function uploadOf(db: Db, id: string): Promise<UploadRow> {
  const found = await firstRow(
    db,
    sql<UploadRow>`
      select id, space, kind, file_name as name, state, dry_run as "dryRun", partial, stage, bytes,
             bytes_read as "bytesRead", outcome, refusal, file_hash as hash, source, actor
      from sheet_uploads where id = ${id}`,
  );
  if (found === undefined) throw uploadErrors.unknown({ upload: id });
  return found;
}
