// What the reviewers of the five notes wrote in their decisions, in the three languages.
import { reviewersWords } from "@iltizam/reference";
import type { Words } from "./list-items.ts";

export const reviewersSentences = (): Words =>
  Object.fromEntries(reviewersWords().map(({ en, fr, ar }) => [en, { fr, ar, en }]));
