// What can go wrong before anything runs, said as one sentence for the person at the screen.

export type StartFailureCode =
  | "disk_full"
  | "folder_read_only"
  | "folder_not_ours"
  | "folder_foreign"
  | "folder_other_version"
  | "no_place"
  | "no_binaries"
  | "no_user"
  | "database_failed"
  | "database_silent"
  | "database_refused"
  | "port_taken"
  | "host_refused"
  | "already_running";

export interface StartFailure extends Error {
  readonly code: StartFailureCode;
}

/** A failure whose message is the sentence that the screen shows, without a stack. */
export function startFailure(code: StartFailureCode, sentence: string, cause?: unknown): StartFailure {
  return Object.assign(new Error(sentence, { cause }), { name: "StartFailure", code });
}

export function isStartFailure(error: unknown): error is StartFailure {
  return error instanceof Error && error.name === "StartFailure";
}

/** The system's own name of an error (`ENOSPC`, `28P01`, …), or an empty text. */
export function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

/** Turns a refusal of the file system into a sentence that names the folder; other errors pass unchanged. */
export function sayFileFailure(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (code === "ENOSPC" || code === "EDQUOT") return diskFull(folder, error);
  if (code === "EROFS") return readOnly(folder, error);
  if (code === "EACCES" || code === "EPERM") {
    return startFailure(
      "folder_not_ours",
      `The folder ${folder} cannot be written by the user who starts Iltizam: give him the folder, or name another one with --data DIR.`,
      error,
    );
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return startFailure(
      "folder_foreign",
      `${folder} cannot be the data folder, because a file stands in its way: name another folder with --data DIR.`,
      error,
    );
  }
  return error;
}

export function diskFull(folder: string, cause?: unknown): StartFailure {
  return startFailure(
    "disk_full",
    `The disk that holds ${folder} is full: free some space (a new installation needs 200 MB), or name a folder on another disk with --data DIR.`,
    cause,
  );
}

export function readOnly(folder: string, cause?: unknown): StartFailure {
  return startFailure(
    "folder_read_only",
    `The folder ${folder} is on a file system that is mounted read-only: name a folder that can be written with --data DIR.`,
    cause,
  );
}

/** A failure that PostgreSQL or initdb explained in its output: a known cause in our words, else its last lines. */
export function sayDatabaseFailure(doing: string, output: string, folder: string): StartFailure {
  if (/No space left on device|Disk quota exceeded/i.test(output)) return diskFull(folder);
  if (/Read-only file system/i.test(output)) return readOnly(folder);
  const lines = output.trim().split("\n").slice(-6).join("\n  ");
  const quoted = lines === "" ? "It left no message." : `Its last lines:\n  ${lines}`;
  return startFailure("database_failed", `PostgreSQL could not ${doing} in ${folder}. ${quoted}`);
}
