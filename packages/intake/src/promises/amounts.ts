import type { Entity } from "../acts/entity.ts";
import type { FrameworkMention } from "../context/frameworks.ts";
import { passageOf } from "../draft/values.ts";
import type { MoneyMention } from "../figures/money.ts";
import { lexicon } from "../lexicon/load.ts";
import { type Found, findTerms } from "../lexicon/terms.ts";
import type { Organisation } from "../names/organisation.ts";
import { type Reading, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import type { FigureContext } from "./figure.ts";
import { entityOf, ofFramework } from "./level.ts";
import { costOf, type Nature, natureCues, natureOf } from "./natures.ts";

type Row = Readonly<Record<string, string>>;
export type AmountFound = {
  readonly money: MoneyMention;
  readonly sentence: Sentence;
  readonly entity: Entity | null;
  readonly framework: FrameworkMention | null;
  readonly role: string | null;
  readonly roleCue: Found<Row> | null;
  readonly nature: Nature | null;
  readonly contributor: Organisation | null;
  /** Belongs to an instrument, as its money. */
  readonly promised: boolean;
};

const AMOUNTS = lexicon("amounts");
const UNIT_REACH = 9;
const ROLE_REACH = 18;
const DIRECT = 4;

/** The word that tells what money it is: an envelope, a contribution, an investment of somebody else. */
function roleCue(reading: Reading, cues: readonly Found<Row>[], money: MoneyMention): Found<Row> | null {
  let best: Found<Row> | null = null;
  let least = ROLE_REACH;
  for (const cue of cues) {
    const cost = costOf(reading.tokens, cue, money);
    if (cost < least) {
      best = cue;
      least = cost;
    }
  }
  return best;
}

/** « par mois », « chaque stagiaire recevra … »: an amount for one person is never the agreement's. */
function isUnitAmount(
  reading: Reading,
  sentence: Sentence,
  context: FigureContext,
  money: MoneyMention,
): boolean {
  const cues = natureCues(reading, sentence, context.names).filter((cue) => cue.nature === "unit_amount");
  const others = within(reading.money, sentence).filter((m) => m !== money);
  return cues.some((cue) => {
    const between = others.some(
      (m) => (m.from > cue.to && m.to <= money.from) || (m.from >= money.to && m.to < cue.from),
    );
    return !between && costOf(reading.tokens, cue, money) <= UNIT_REACH;
  });
}

function contributorOf(
  reading: Reading,
  sentence: Sentence,
  money: MoneyMention,
  cue: Found<Row>,
): Organisation | null {
  const orgs = within(reading.organisations, sentence).filter(
    (org) => !org.weak || org.to - org.from > 1 || !org.generic,
  );
  const start = Math.min(cue.from, money.from);
  const noun = /^(contribution|participation|part|quote|مساهم|بمساهم|حص|share)/.test(
    reading.tokens[cue.from]?.fold ?? "",
  );
  const said = passageOf(reading, cue).text.toLowerCase();
  const passive =
    /come|comes|provided by|paid by|contributed by/.test(said) ||
    /^(come|provided|paid|contributed|apport|vers|finance|fourni|dont|منها)/.test(
      reading.tokens[cue.from]?.fold ?? "",
    ) ||
    reading.tokens[money.to]?.fold.startsWith("apport");
  const after = orgs.find(
    (org) => org.from >= cue.to && org.from - Math.max(cue.to, noun ? cue.to : money.to) <= 6,
  );
  if ((noun || passive) && after) return after;
  const before = orgs.filter((org) => org.to <= start).at(-1);
  const arabicAfter =
    reading.language === "ar"
      ? (orgs.find((org) => org.from >= cue.to && org.to <= money.from) ?? null)
      : null;
  return arabicAfter ?? before ?? after ?? null;
}

const FOREIGN: ReadonlySet<string> = new Set(["past_result", "statistic", "need", "capacity", "population"]);

function found(context: FigureContext, sentence: Sentence, money: MoneyMention): AmountFound {
  const { reading, gathering } = context;
  const cues = findTerms(reading.tokens, AMOUNTS, sentence.from, sentence.to).filter(
    (cue) => !context.names.some((name) => cue.from >= name.from && cue.to <= name.to),
  );
  const cue = roleCue(reading, cues, money);
  const unit = isUnitAmount(reading, sentence, context, money);
  const told = natureOf(reading, natureCues(reading, sentence, context.names), money, ["unit_amount"]);
  const entity = entityOf(gathering, reading, sentence, money);
  const framework = ofFramework(reading, gathering, context.frameworks, sentence, money);
  const foreign = cues.some((c) => c.row.kind === "foreign");
  const active = gathering.active.get(sentence.index) ?? [];
  const direct = active.some(
    (i) => money.from >= i.mention.to && money.from - i.mention.to <= DIRECT && i.entity.status !== null,
  );
  const past =
    told !== null && FOREIGN.has(told.nature) && (!cue || told.cost < costOf(reading.tokens, cue, money) + 2);
  const cues2 = natureCues(reading, sentence, context.names);
  const wholePast =
    told?.nature === "past_result" && active.length === 0 && !cues2.some((c) => c.nature === "promise");
  const carried = told?.nature === "promise" && active.some((i) => i.mention.to <= money.from);
  const role =
    cue && cue.row.kind !== "foreign" ? (cue.row.kind ?? "total") : direct || carried ? "total" : null;
  const promised =
    entity !== null && !unit && !framework && !past && !wholePast && (!foreign || direct) && role !== null;
  return {
    money,
    sentence,
    entity,
    framework,
    role,
    roleCue: cue,
    nature: unit ? "unit_amount" : (told?.nature ?? null),
    contributor: cue && cue.row.kind === "contribution" ? contributorOf(reading, sentence, money, cue) : null,
    promised,
  };
}

/** Every amount of money of the text, with what it is of. */
export function amountsIn(context: FigureContext): AmountFound[] {
  const { sentences, money } = context.reading;
  const ordered = [...sentences.filter((s) => !s.title), ...sentences.filter((s) => s.title)];
  return ordered.flatMap((sentence) => within(money, sentence).map((m) => found(context, sentence, m)));
}
