import { lexicon } from "../lexicon/load.ts";
import { type Found, findTerms, termAt } from "../lexicon/terms.ts";
import { overlaps, type Reading, type Span } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Token } from "../text/tokens.ts";
import { costOf } from "./natures.ts";

type Row = Readonly<Record<string, string>>;
const UNITS = lexicon("units");
export const ACTIONS = lexicon("actions");
const NOUN_REACH = 4;
const STOPS = new Set([
  "entre",
  "eux",
  "elles",
  "et",
  "and",
  "en",
  "dans",
  "in",
  "a",
  "at",
  "sur",
  "on",
  "par",
  "by",
  "pour",
  "for",
  "au",
  "aux",
  "to",
  "ont",
  "est",
  "are",
  "were",
  "was",
  "is",
  "sont",
  "seront",
  "will",
  "have",
  "has",
  "avec",
  "with",
  "dont",
  "qui",
  "que",
  "or",
  "ou",
  "but",
  "d'ici",
  "of",
  "soit",
  "contre",
  "against",
]);
const THROUGH = new Set([
  "de",
  "d",
  "des",
  "'",
  "’",
  "autres",
  "nouveaux",
  "nouvelles",
  "new",
  "more",
  "additional",
  "other",
  "of",
  "-",
  "من",
  "futurs",
  "petites",
  "small",
  "jeunes",
  "young",
  "premiers",
  "premieres",
  "the",
  "les",
  "local",
  "seasonal",
  "rural",
  "skilled",
  "qualified",
]);

/** What a number counts: « chercheurs d'emploi », or an unknown noun. */
export type Noun = { readonly row: Row | null; readonly from: number; readonly to: number };

export function nounAfter(reading: Reading, at: number, sentence: Sentence): Noun | null {
  const { tokens } = reading;
  const end = Math.min(sentence.to, at + NOUN_REACH);
  let unknown: Noun | null = null;
  for (let next = at; next < end; next++) {
    const token = tokens[next];
    if (!token || token.kind === "number" || (token.kind === "mark" && !THROUGH.has(token.text))) break;
    const hit = termAt(tokens, next, UNITS);
    if (hit && hit.to <= sentence.to && !attributive(tokens, hit))
      return { row: hit.row, from: hit.from, to: hit.to };
    if (STOPS.has(token.fold) || (token.capital && next === at && !token.arabic)) break;
    if (!THROUGH.has(token.fold) && token.kind === "word") {
      if (!unknown) unknown = { row: null, from: next, to: next + 1 };
      else if (token.arabic) break;
    }
  }
  return unknown;
}

/** « 40 recruitment days » counts days. */
function attributive(tokens: readonly Token[], hit: Found<Row>): boolean {
  const [last, next] = [tokens[hit.to - 1], tokens[hit.to]];
  if (hit.row.language !== "en" || hit.row.indicator === "" || last?.fold.endsWith("s")) return false;
  return next?.kind === "word" && !next.capital && next.fold.endsWith("s") && !STOPS.has(next.fold);
}

export type Action = Found<Row>;

/** Words of doing in a sentence: insertion, former, recruit, تكوين … not those inside names. */
export function actionsIn(reading: Reading, sentence: Sentence, names: readonly Span[]): Action[] {
  return findTerms(reading.tokens, ACTIONS, sentence.from, sentence.to).filter(
    (hit) => !names.some((name) => overlaps(name, hit)),
  );
}

const REACH_BEFORE = 22;
const REACH_AFTER = 14;
const REACH_ALONE = 26;

/** The word of doing that governs a figure: the nearest before it, else the nearest after it. */
export function actionOf(
  reading: Reading,
  actions: readonly Action[],
  figure: Span,
  nextFigure: number,
  noun: Noun | null,
): Action | null {
  const usable = actions.filter((a) => !overlaps(a, figure));
  const before = usable
    .filter((a) => a.to <= figure.from && costOf(reading.tokens, a, figure) <= REACH_BEFORE)
    .at(-1);
  const idle = before && noun?.row?.unit === "persons" && !PEOPLE_ACTIONS.has(before.row.indicator ?? "");
  const reach = !before || idle || before.row.indicator === "other" ? REACH_ALONE : REACH_AFTER;
  const after = usable.find(
    (a) => a.from >= figure.to && a.from < nextFigure && costOf(reading.tokens, a, figure) <= reach,
  );
  if (!before) return after ?? null;
  if (!after) return before;
  const near = costOf(reading.tokens, before, figure);
  const people = noun?.row?.unit === "persons" && noun.row.indicator === "";
  if (before.row.indicator === "other" || (people && !PEOPLE_ACTIONS.has(before.row.indicator ?? "")))
    return after;
  const helped = before.row.indicator === "project_holders_supported" && noun?.row?.unit === "persons";
  if (helped && noun.row.indicator === "" && NARROWER.has(after.row.indicator ?? "")) return after;
  if (near > 2 && costOf(reading.tokens, after, figure) <= 1) return after;
  return near > 6 && costOf(reading.tokens, after, figure) + 2 < near ? after : before;
}

/** « accompagner 150 jeunes vers l'emploi »: the aim says more than the help. */
const NARROWER = new Set([
  "placements",
  "recruitments",
  "mobility_assistance",
  "return_to_work",
  "durable_jobs",
]);
const PEOPLE_ACTIONS = new Set([
  "placements",
  "recruitments",
  "return_to_work",
  "employability_improved",
  "persons_trained",
  "project_holders_supported",
  "training_places",
  "mobility_assistance",
  "durable_jobs",
  "temporary_jobs",
  "enterprises_created",
  "other",
]);
const HOLDERS = new Set(["persons_trained", "projects_financed", "employability_improved"]);
const WORK = new Set(["placements", "recruitments", "jobs_created"]);

/** The indicator of « N noun » under a word of doing. */
export function indicatorOf(noun: Noun | null, action: string | null, close: boolean): string {
  const own = noun?.row?.indicator ?? "";
  const unit = noun?.row?.unit ?? "persons";
  if (own === "project_holders_supported") return action && close && HOLDERS.has(action) ? action : own;
  if (own === "enterprises_created") return enterprises(action);
  if (own === "projects_financed")
    return action === "projects_financed"
      ? own
      : action === "created" || action === "enterprises_created"
        ? "enterprises_created"
        : action === "project_holders_supported"
          ? "project_holders_supported"
          : "other";
  if (own === "jobs_created")
    return action === "salaried_employment_supported" ||
      action === "durable_jobs" ||
      action === "temporary_jobs"
      ? action
      : own;
  if (own === "persons_trained")
    return action !== null && close && PEOPLE_ACTIONS.has(action) && action !== "other" ? action : own;
  if (own !== "") return own;
  if (unit === "posts") return action === "created" ? "jobs_created" : "recruitments";
  if (unit === "places")
    return action === "persons_trained" || action === "created" ? "training_places" : "other";
  if (unit === "organisations") return "other";
  if (action === null) return "other";
  if (PEOPLE_ACTIONS.has(action)) return action;
  return action === "jobs_created" ? "placements" : "other";
}

function enterprises(action: string | null): string {
  if (action === "projects_financed") return "projects_financed";
  if (action === "created" || action === "enterprises_created") return "enterprises_created";
  return "other";
}

/** « insérées dans des emplois durables »: what kind of work is told after the figure. */
export function refined(
  reading: Reading,
  indicator: string,
  figure: Span,
  sentence: Sentence,
  limit: number,
): string {
  if (!WORK.has(indicator)) return indicator;
  const end = Math.min(sentence.to, figure.to + 12, limit);
  const after = findTerms(reading.tokens, UNITS, figure.to, end).find((hit) =>
    ["durable_jobs", "temporary_jobs"].includes(hit.row.indicator ?? ""),
  );
  return after?.row.indicator ?? indicator;
}
