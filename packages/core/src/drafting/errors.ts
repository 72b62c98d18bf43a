import { addMessages, defineErrors } from "../kernel/index.ts";

addMessages("drafting", new URL("./", import.meta.url));

export const draftingErrors = defineErrors("drafting", {
  not_drafted: 409,
  text_fixed: 409,
  version_unknown: 404,
  language_absent: 409,
  clause_unknown: 422,
  name_unknown: 422,
  nothing_changed: 409,
  incomplete: 409,
  figures_moved: 409,
  party_unknown: 422,
  holder_unknown: 422,
  figure_signed: 409,
  figure_unknown: 404,
  passage_absent: 422,
  comment_unknown: 404,
  answer_empty: 422,
  document_unreadable: 422,
  other_text: 422,
  two_languages: 422,
  version_not_said: 422,
  return_unknown: 404,
  difference_unknown: 404,
  decided_already: 409,
  figure_unreadable: 422,
  mended_elsewhere: 409,
});
