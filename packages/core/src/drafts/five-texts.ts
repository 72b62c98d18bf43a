// Every fact of the five texts, with the question that finds it and the exact answer: the list that the test asks and
// that docs/five-texts.md shows.
import { factsOf000 } from "./facts-of-000.ts";
import { factsOf001 } from "./facts-of-001.ts";
import { factsOf002 } from "./facts-of-002.ts";
import { factsOf003 } from "./facts-of-003.ts";
import { factsOf004 } from "./facts-of-004.ts";
import type { FactsOfText } from "./questions.ts";

export const fiveTexts: readonly FactsOfText[] = [factsOf000, factsOf001, factsOf002, factsOf003, factsOf004];
