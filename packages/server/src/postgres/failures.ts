// A refusal of the system as a sentence that a person can act upon (messages/).
import { DomainError, type ErrorMaker, type ErrorParams } from "@iltizam/core/kernel";
import { postgresErrors } from "./errors.ts";

/** The system's own name of an error (`ENOSPC`, `28P01`, …), or an empty text. */
export function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

/** A refusal that keeps what caused it, for whoever looks behind the sentence. */
export function because(make: ErrorMaker, params: ErrorParams, cause: unknown): DomainError {
  return Object.assign(make(params), { cause });
}

/** Turns a refusal of the file system into one that names the folder; other errors pass unchanged. */
export function fileFailure(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (error instanceof DomainError) return error;
  if (code === "ENOSPC" || code === "EDQUOT") return because(postgresErrors.disk_full, { folder }, error);
  if (code === "EROFS") return because(postgresErrors.folder_read_only, { folder }, error);
  if (code === "EACCES" || code === "EPERM") {
    return because(postgresErrors.folder_not_ours, { folder }, error);
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return because(postgresErrors.file_in_the_way, { folder }, error);
  }
  return error;
}

export type Doing = "create" | "start" | "reach" | "stop";

/** A failure that PostgreSQL or initdb explained in its output: a known cause in our words, else its last lines. */
export function databaseFailure(doing: Doing, output: string, folder: string): DomainError {
  if (/No space left on device|Disk quota exceeded/i.test(output))
    return postgresErrors.disk_full({ folder });
  if (/Read-only file system/i.test(output)) return postgresErrors.folder_read_only({ folder });
  const lines = output.trim().split("\n").slice(-6).join("\n  ");
  return postgresErrors.failed({ doing, folder, lines, told: lines === "" ? "no" : "yes" });
}
