export { backupErrors } from "./errors.ts";
export { type Backup, type BackupOptions, makeBackup } from "./make-backup.ts";
export { isRestoreInterrupted } from "./place.ts";
export { type RestoreOptions, restoreBackup } from "./restore-backup.ts";
