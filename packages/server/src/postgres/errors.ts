import { addMessages, defineErrors, type ErrorParams, type Locale, message } from "@iltizam/core/kernel";

addMessages("postgres", new URL("./", import.meta.url));

/** What can go wrong before anything runs: each is one sentence for the person at the screen. */
export const postgresErrors = defineErrors("postgres", {
  disk_full: 507,
  folder_read_only: 500,
  folder_not_ours: 500,
  file_in_the_way: 500,
  folder_foreign: 500,
  folder_opened: 500,
  folder_other_version: 500,
  no_place: 500,
  no_binaries: 500,
  no_user: 500,
  user_without_name: 500,
  failed: 500,
  silent: 503,
  unreachable: 503,
  too_old: 500,
  roles_missing: 500,
});

/** What is told while the database is made, in one language. */
export function sayPostgres(locale: Locale, key: string, values?: ErrorParams): string {
  return message(locale, "postgres", key, values);
}
