export { type Erasure, exportErasures, readErasures } from "./erasures.ts";
export { backupErrors } from "./errors.ts";
export type { Manifest } from "./format.ts";
export { beginBackup, endRestore } from "./journal-acts.ts";
export { type Backup, type BackupOptions, makeBackup } from "./make-backup.ts";
export { newFile } from "./new-file.ts";
export { readEnds } from "./read-container.ts";
export { refuseInterruptedRestore } from "./refuse-interrupted.ts";
export { type RestoreOptions, restoreBackup } from "./restore-backup.ts";
