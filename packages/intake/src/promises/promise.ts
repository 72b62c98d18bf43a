import type { Figure, FigureContext } from "./figure.ts";
import { costOf } from "./natures.ts";

/** Companies, projects, associations are promised only with a word of doing: created, financed. */
const OWN_WORK = new Set(["enterprises", "organisations"]);
/** « atteindre 60 % de retours à l'emploi » is a promise with a rate. */
const RATES = new Set(["return_to_work", "placements", "recruitments", "durable_jobs"]);
const ACTED = new Set(["enterprises", "projects", "organisations"]);

/** An unknown noun is a promise only right beside its word of doing: « former 240 menuisiers ». */
const governs = (context: FigureContext, figure: Figure) =>
  figure.action !== null &&
  !["durable_jobs", "temporary_jobs", "jobs_created"].includes(figure.action.row.indicator ?? "") &&
  (figure.part ||
    costOf(context.reading.tokens, figure.action, figure) <= (figure.nature === "promise" ? 10 : 5));

/** Does the sentence give this figure as something promised by an instrument? */
export function isPromise(context: FigureContext, figure: Figure): boolean {
  if (!figure.entity || figure.framework || figure.number.value === 0) return false;
  if (figure.nature === "share") return false;
  const known = (figure.noun !== null && figure.noun.row !== null) || figure.part;
  if (figure.number.value === null && figure.sentence.title) return false;
  if (!known && (!figure.action || figure.action.row.indicator === "other" || !governs(context, figure)))
    return false;
  if (!known && (figure.indicator === "other" || (figure.number.words && (figure.number.value ?? 0) < 10)))
    return false;
  if (!figure.action && ACTED.has(figure.noun?.row?.unit ?? "")) return false;
  const rate = figure.nature === "promise" && RATES.has(figure.noun?.row?.indicator ?? "");
  if (figure.percent && !figure.part && !rate) return false;
  if (
    figure.indicator === "other" &&
    OWN_WORK.has(figure.noun?.row?.unit ?? "") &&
    figure.action?.row.indicator !== "project_holders_supported"
  )
    return false;
  if (figure.nature === "promise") return true;
  if (figure.nature !== null) return false;
  const active = context.gathering.active.get(figure.sentence.index) ?? [];
  if (active.some((item) => item.entity.status !== null))
    return figure.action !== null || figure.noun?.row?.indicator !== "";
  const spoken = [...context.gathering.active.keys()].some((index) => index < figure.sentence.index);
  return (
    figure.sentence.title ||
    figure.sentence.bullet ||
    (spoken && figure.action !== null && figure.indicator !== "other")
  );
}
