import { lexicon } from "../lexicon/load.ts";
import { type Found, termAt } from "../lexicon/terms.ts";
import type { Token } from "../text/tokens.ts";

type Row = Readonly<Record<string, string>>;
export const HEADS = lexicon("organisation-heads");
const CALENDAR = lexicon("calendar", (row) => row.language !== "ar");
const ACTIONS = lexicon("actions", (row) => row.language !== "ar");
export const STARTERS = lexicon("starters");

const OF = new Set(["de", "du", "des", "d", "of"]);
const ARTICLES = new Set(["la", "le", "l", "les", "the"]);
const ONLY_FIRST = new Set(["pour", "for", "en", "a", "au", "aux"]);
const AND = new Set(["et", "and"]);
const SOFT = new Set(["'", "’", "-", "‑", "&", "+"]);
const ADJECTIVE =
  /(al|ale|aux|ique|iques|een|eenne|eens|ien|ienne|iens|iennes|ais|aise|aises|ois|oise|ain|aine|aines|if|ive|ifs|ives|el|elle|els|elles|aire|aires|eux|euse|euses|ics|ic|privee|ante|ants|ant|ines|ine|in|erne|ere|iers|prive|jeunes|mixte|humain|unique|libre|rural|rurale|urbain|vert|verte|oasien)s?$/;
const NOT_ADJECTIVE =
  /^(ainsi|rappelle|appelle|renouvelle|revele|arrive|destine|combine|determine|examine|termine|estime|devient|souhaite|durant|pendant|avant|suivant|visant|portant|concernant|visee|signee|conclue|dotee|hier|enfin|plein|maintenant|devant|liee|liant|ayant|etant|comprenant|represente|representee)$/;
const GENERIC_PLURALS = new Set([
  "acteurs",
  "entreprises",
  "partenaires",
  "operateurs",
  "associations",
  "entreprise",
  "jeunes",
  "organismes",
  "federations",
  "societes",
  "employeurs",
]);
const MAX_NAME = 16;

/** Words that never begin a name by themselves, wherever they stand. */
const CLOSED = new Set(
  "le la les l un une des du de d ce cette ces il elle ils elles en et ou au aux dans par pour sur the a an of in on at and or for by with as to m mm mr mrs ms dr mme mlle it its they we i nous je".split(
    " ",
  ),
);

/** True when this capital is only that of a sentence's first word. */
export function startsOnly(tokens: readonly Token[], at: number, first: number): boolean {
  const word = tokens[at]?.fold ?? "";
  if (CLOSED.has(word)) return true;
  if (at !== first) return first < 0 && termAt(tokens, at, STARTERS) !== null;
  if (termAt(tokens, at, STARTERS)) return true;
  return tokens.some((token) => token.fold === word && token.kind === "word" && !token.capital);
}

const isCapital = (token: Token | undefined) => token?.kind === "word" && token.capital && !token.arabic;

function dateWord(tokens: readonly Token[], at: number): boolean {
  const hit = termAt(tokens, at, CALENDAR);
  return hit !== null && !(tokens[at]?.capital && tokens[at + 1]?.capital);
}

/** Skips `de la`, `d'`, `des`, `of the` and tells where the noun begins. */
function afterLinks(tokens: readonly Token[], at: number): number {
  let to = at;
  while (
    OF.has(tokens[to]?.fold ?? "") ||
    ARTICLES.has(tokens[to]?.fold ?? "") ||
    SOFT.has(tokens[to]?.text ?? "")
  )
    to++;
  return to;
}

/** « Ministry of Labour and Social Affairs », but « Ministry of Trades and Port Apparel » are two. */
const PORTFOLIO =
  /^(social|vocational|professional|technical|training|skills?|employment|labour|labor|industry|trades?|education|youth|sports?|family|women|econom|financ|touris|agricul|small|self|solidarity|immigration|migration|development|services?|commerce|health|culture|energy|forest|fisher|transport|communic|research|innovat|craft|workers|professions|human|independent|entrepreneur|business|local)/;

type State = {
  readonly head: number;
  /** In French lower-case adjectives belong to a name (« Fédération marocaine »), in English they do not. */
  readonly lower: boolean;
  capital: boolean;
  linked: boolean;
};

/** « et des Affaires sociales », « and Self-Employment »: the name goes on; « et la Fédération … » is another. */
function continuesAfterAnd(tokens: readonly Token[], at: number, state: State): boolean {
  const next = tokens[at + 1];
  if (!next || !state.linked) return false;
  const noun = afterLinks(tokens, at + 1);
  const target = tokens[noun];
  if (target?.kind !== "word" || GENERIC_PLURALS.has(target.fold)) return false;
  if (termAt(tokens, noun, HEADS) && !(OF.has(next.fold) && target.capital === false && next.fold === "de"))
    return false;
  if (OF.has(next.fold)) return true;
  if (ARTICLES.has(next.fold)) return false;
  return isCapital(next)
    ? tokens[at]?.fold === "and" && PORTFOLIO.test(next.fold)
    : next.fold.length > 3 && !state.capital && !dateWord(tokens, at + 1);
}

function takesLower(tokens: readonly Token[], at: number, state: State): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1] as Token;
  if (dateWord(tokens, at)) return false;
  if (OF.has(before.fold) || (ARTICLES.has(before.fold) && at - 1 > state.head) || SOFT.has(before.text))
    return true;
  if (AND.has(before.fold)) return true;
  if (!state.lower) return false;
  return ADJECTIVE.test(token.fold) && token.fold.length > 2 && !NOT_ADJECTIVE.test(token.fold);
}

/** One step of the name: the index after what was taken, or null where the name ends. */
function step(tokens: readonly Token[], at: number, state: State): number | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === "mark") {
    const next = tokens[at + 1];
    const inside =
      SOFT.has(token.text) &&
      next?.kind === "word" &&
      next.fold !== "s" &&
      (token.glued || token.text === "&");
    return inside ? at + 1 : null;
  }
  if (token.kind === "number") return null;
  const directly = at === state.head;
  if (OF.has(token.fold) && !token.capital) {
    const noun = tokens[afterLinks(tokens, at + 1)];
    if (noun?.kind !== "word") return null;
    state.linked = true;
    return afterLinks(tokens, at + 1);
  }
  if (ONLY_FIRST.has(token.fold) && !token.capital) {
    const first = directly || (at === state.head + 1 && !state.capital && !state.linked);
    if (!first || !["pour", "for"].includes(token.fold)) return null;
    const noun = afterLinks(tokens, at + 1);
    if (!tokens[noun]?.capital && termAt(tokens, noun, ACTIONS)) return null;
    state.linked = true;
    return afterLinks(tokens, at + 1);
  }
  if (AND.has(token.fold)) return continuesAfterAnd(tokens, at, state) ? afterLinks(tokens, at + 1) : null;
  if (token.capital) {
    if (dateWord(tokens, at)) return null;
    state.capital = true;
    return at + 1;
  }
  return takesLower(tokens, at, state) ? at + 1 : null;
}

const QUOTES: Readonly<Record<string, string>> = { "«": "»", "“": "”", '"': '"', "”": "”", "‘": "’" };

/** « l'association “Main tendue” »: the quotation is the name. */
export function quotedEnd(tokens: readonly Token[], at: number, limit: number): number | null {
  const close = QUOTES[tokens[at]?.text ?? ""];
  if (!close) return null;
  for (let to = at + 1; to < Math.min(limit, at + 10); to++) if (tokens[to]?.text === close) return to + 1;
  return null;
}

/** How far a name goes on after its head: « Fédération | des métiers du cuir de Zerhana ». */
export function nameEnd(tokens: readonly Token[], head: number, limit: number, lower = true): number {
  const quoted = quotedEnd(tokens, head, limit);
  if (quoted !== null) return quoted;
  const state: State = { head, lower, capital: false, linked: false };
  let to = head;
  for (;;) {
    const next = step(tokens, to, state);
    if (next === null || next > limit || next - head > MAX_NAME) break;
    const taken = tokens[next - 1];
    if (taken && (OF.has(taken.fold) || ARTICLES.has(taken.fold) || SOFT.has(taken.text))) {
      const word = tokens[next];
      if (next >= limit || word?.kind !== "word") break;
      const after = step(tokens, next, { ...state, linked: true });
      if (after === null) break;
      if (word.capital) state.capital = true;
      to = after;
      continue;
    }
    to = next;
  }
  return to;
}

/** « ministère de l'Inclusion économique, de la Petite entreprise, de l'Emploi … »: portfolios in a row. */
export function portfolioEnd(tokens: readonly Token[], end: number, limit: number, lower = false): number {
  let to = end;
  while ([",", "et"].includes(tokens[to]?.fold ?? "") && OF.has(tokens[to + 1]?.fold ?? "")) {
    const noun = afterLinks(tokens, to + 1);
    if (!tokens[noun]?.capital && !lower) break;
    const next = nameEnd(tokens, to + 1, limit);
    if (next <= noun) break;
    const tail = tokens[next]?.kind === "word" && [",", "et"].includes(tokens[next + 1]?.fold ?? "");
    to = tail ? next + 1 : next;
  }
  return to;
}

/** A run of capitals: « Nile Cotton Mills », « Tapis d'Amlal », « Cordages & Co ». */
export function capitalRun(tokens: readonly Token[], at: number, limit: number): number {
  let to = at;
  while (to < limit && isCapital(tokens[to])) {
    if (to > at && dateWord(tokens, to)) break;
    to++;
    let link = to;
    while (link < limit && link - to < 3 && isLink(tokens, link)) link++;
    const next = tokens[link];
    if (link > to && isCapital(next) && link < limit) to = link;
    else if (isCapital(tokens[to])) continue;
    else break;
  }
  return to;
}

function isLink(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (SOFT.has(token.text)) return token.glued || token.text === "&";
  if (token.kind !== "word") return token.text === "." && token.glued && (tokens[at + 1]?.glued ?? false);
  return ["de", "du", "des", "d", "of", "for", "la", "el", "al", "le", "the"].includes(token.fold);
}

/** The head word of a run, if any: « Horizon Skills **Foundation** ». */
export function headIn(tokens: readonly Token[], from: number, to: number): Found<Row> | null {
  let best: Found<Row> | null = null;
  for (let at = from; at < to; at++) {
    const hit = termAt(tokens, at, HEADS);
    if (hit && hit.to <= to) {
      if (best === null || hit.to - hit.from >= best.to - best.from) best = hit;
      at = hit.to - 1;
      if (at + 1 < to && OF.has(tokens[at + 1]?.fold ?? "")) break;
    }
  }
  return best;
}
