import { addMessages, defineErrors } from "@iltizam/core/kernel";

addMessages("reading", new URL("./", import.meta.url));

/** Why a file gives no text. Each names the file and says what would be accepted. */
export const readingErrors = defineErrors("reading", {
  file_unknown: 404,
  folder_given: 400,
  file_closed: 403,
  kind_not_read: 415,
  empty: 422,
  too_large: 413,
  too_long: 413,
  not_text: 422,
  encoding_unknown: 422,
  damaged: 422,
  old_word: 422,
  password: 422,
  no_text: 422,
  pictures_only: 422,
  day_unreadable: 400,
  took_too_long: 503,
});
