import { addMessages, defineErrors } from "@iltizam/core/kernel";

addMessages("backup", new URL("./", import.meta.url));

export const backupErrors = defineErrors("backup", {
  file_exists: 409,
  file_unreachable: 400,
  disk_full: 507,
  not_a_backup: 400,
  cut_short: 400,
  altered: 400,
  format_newer: 400,
  version_newer: 400,
  version_differs: 400,
  place_not_empty: 409,
  place_not_ours: 409,
  place_in_use: 409,
  restore_interrupted: 409,
  erasures_unreadable: 400,
});
