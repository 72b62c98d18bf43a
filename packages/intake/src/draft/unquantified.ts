import type { Entity } from "../acts/entity.ts";
import { lexicon } from "../lexicon/load.ts";
import { findTerms } from "../lexicon/terms.ts";
import type { Figure, FigureContext } from "../promises/figure.ts";
import { nounAfter } from "../promises/indicators.ts";
import { entityOf } from "../promises/level.ts";
import { overlaps, type Span } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Target } from "./model.ts";
import { bestEfforts } from "./promises.ts";
import { coded, value } from "./values.ts";

const UNITS = lexicon("units", (row) =>
  ["mobile_units_deployed", "orders_placed", "service_points_created"].includes(row.indicator ?? ""),
);
const INDEFINITE = new Set(["des", "d", "de", "several", "plusieurs", "عدة", "some"]);

type Open = { readonly entity: Entity; readonly target: Target };

function openTarget(
  context: FigureContext,
  span: Span,
  row: Readonly<Record<string, string>>,
  qualifier: Span,
  code: string,
): Target {
  const { reading } = context;
  return {
    value: value<number | null>(reading, span, null, "literal"),
    indicator: coded(reading, span, row.indicator ?? "other"),
    unit: coded(reading, span, row.unit ?? "units"),
    qualifier: coded(reading, qualifier, code),
    populations: [],
    territory: null,
    period: null,
    deadline: null,
  };
}

/** « des unités mobiles » beside counted promises, « des commandes à chaque fois que possible ». */
function openIn(context: FigureContext, sentence: Sentence, promised: readonly Figure[]): Open[] {
  const { reading, gathering } = context;
  const efforts = bestEfforts(reading, sentence);
  const found: Open[] = [];
  for (const hit of findTerms(reading.tokens, UNITS, sentence.from, sentence.to)) {
    const counted = reading.numbers.some(
      (n) => n.from >= sentence.from && nounAfter(reading, n.to, sentence)?.from === hit.from,
    );
    const named = context.names.some((n) => overlaps(n, hit));
    if (counted || named || promised.some((f) => overlaps(f, hit))) continue;
    const orders = hit.row.indicator === "orders_placed";
    const token = reading.tokens[hit.from];
    const before = reading.tokens[hit.from - 1]?.fold ?? "";
    const plural =
      token?.arabic ||
      /s$/.test(reading.tokens[hit.from]?.fold ?? "") ||
      /s$/.test(reading.tokens[hit.to - 1]?.fold ?? "");
    const indefinite =
      plural &&
      (INDEFINITE.has(before) || (token?.arabic && !/^و?ال/.test(token.fold)) || reading.language === "en");
    const beside = promised.some((f) => f.sentence === sentence);
    const entity = entityOf(gathering, reading, sentence, hit);
    if (!entity || found.some((f) => f.target.indicator?.value === hit.row.indicator)) continue;
    if (orders && efforts)
      found.push({ entity, target: openTarget(context, hit, hit.row, efforts, "best_efforts") });
    else if (!orders && beside && indefinite && !sentence.title)
      found.push({ entity, target: openTarget(context, hit, hit.row, hit, "unquantified") });
  }
  return found;
}

/** Promises without a number. */
export function unquantified(context: FigureContext, promised: readonly Figure[]): Open[] {
  return context.reading.sentences.flatMap((sentence) => openIn(context, sentence, promised));
}
