import { lexicon, lexiconRows } from "../lexicon/load.ts";
import { type Found, indexTerms, termAt } from "../lexicon/terms.ts";
import type { Language } from "../text/language.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Token } from "../text/tokens.ts";
import { acronymAfter, identity, type Organisation } from "./organisation.ts";
import type { PlaceMention } from "./places.ts";
import { arabicNameEnd } from "./shapes-arabic.ts";
import { capitalRun, HEADS, headIn, nameEnd, portfolioEnd, startsOnly } from "./shapes-latin.ts";

type Row = Readonly<Record<string, string>>;
const KNOWN = indexTerms(() => lexiconRows("organisations").map((row) => [row.names ?? "", row] as const));
const OFFICES = lexicon("functions", (row) => row.organisation !== "organisation");
const FUNCTIONS = lexicon("functions");
const SIGNING = lexicon("signing");
const POPULATIONS = lexicon("populations");
const DEFINITE = new Set([
  "la",
  "le",
  "l",
  "les",
  "the",
  "cette",
  "cet",
  "ce",
  "ladite",
  "ledit",
  "sa",
  "son",
  "leur",
  "du",
  "au",
  "its",
  "this",
]);
const LOCATIVE = new Set([
  "dans",
  "in",
  "across",
  "niveau",
  "within",
  "through",
  "throughout",
  "parmi",
  "hors",
]);
const COMPANY_WITH_HEAD = new Set([
  "groupe",
  "group",
  "banque",
  "cabinet",
  "minoterie",
  "clinique",
  "hotels",
]);

export type OrganisationContext = {
  readonly tokens: readonly Token[];
  readonly language: Language;
  readonly sentences: readonly Sentence[];
  readonly places: readonly PlaceMention[];
  /** Tokens that belong to an instrument, a date or a framework: no name begins there. */
  readonly taken: ReadonlySet<number>;
  /** Tokens where a number is written: no name goes on there. */
  readonly numbered: ReadonlySet<number>;
};

type Candidate = Omit<Organisation, "key" | "acronym"> & { readonly key?: string };

function known(context: OrganisationContext, at: number, limit: number): Candidate | null {
  const { tokens } = context;
  const hit = termAt(tokens, at, KNOWN);
  if (!hit || hit.to > limit) return null;
  const named = tokens.slice(at, hit.to).some((token) => token.capital || token.arabic);
  if (!named || (hit.row.id === "state" && !tokens[at]?.capital && !tokens[at]?.arabic)) return null;
  const { kind = "other", id = "" } = hit.row;
  return { ...spans(at, hit.to), kind, key: id, known: id, generic: false, weak: false, office: false };
}

const spans = (from: number, to: number) => ({ from, to, nameFrom: from, nameTo: to });

function locative(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 3); back--) {
    const word = tokens[back]?.fold ?? "";
    if (LOCATIVE.has(word)) return true;
    if (!DEFINITE.has(word) && word !== "de" && word !== "'" && word !== "’") return false;
  }
  return false;
}

function latinShape(context: OrganisationContext, head: Found<Row>, limit: number): Candidate | null {
  const { tokens } = context;
  const kind = head.row.kind ?? "other";
  const plural =
    /[sx]$/.test(tokens[head.from]?.fold ?? "") && !head.row.terms?.includes(tokens[head.from]?.text ?? "-");
  if (plural && !tokens[head.from]?.capital && kind !== "foreign_government") return null;
  const named = nameEnd(tokens, head.to, limit, context.language !== "en");
  const rows = kind === "ministry" || kind === "chamber";
  const end = rows ? portfolioEnd(tokens, named, limit, kind === "chamber") : named;
  const capitalHead = tokens[head.from]?.capital ?? false;
  const base = { kind, known: null, weak: false, office: false };
  const company = kind === "company" || kind === "employment_agency";
  const extended = tokens.slice(head.to, end).some((token) => token.capital);
  if (company && !capitalHead) {
    const first = tokens.findIndex((token) => token.index >= head.to && token.index < end && token.capital);
    const bare = COMPANY_WITH_HEAD.has(tokens[head.from]?.fold ?? "");
    if (first >= 0 && extended) {
      const near = first - head.to <= 2;
      if (!near) return null;
      const run = capitalRun(tokens, first, limit);
      return {
        ...base,
        from: head.from,
        to: run,
        nameFrom: bare ? head.from : first,
        nameTo: run,
        generic: false,
      };
    }
  }
  if (kind === "other" && (end > head.to || tokens[head.from]?.fold.endsWith("s"))) return null;
  const plain = end === head.to || (company && !extended);
  const territorial = /council|authority/.test(kind) || kind === "foreign_government";
  if (territorial && locative(tokens, head.from)) return null;
  if (plain || (!extended && !capitalHead && !acronymAfter(tokens, end))) {
    const owned = tokens[head.from - 1]?.fold === "s" && tokens[head.from - 3]?.kind === "word";
    if (owned) return { ...base, ...spans(head.from - 3, head.to), generic: false };
    const article = tokens[head.from - 1]?.fold ?? "";
    const soft = tokens[head.from - 2]?.fold ?? "";
    const definite = DEFINITE.has(article) || (["'", "’"].includes(article) && soft === "l");
    if (!definite && !capitalHead) return null;
    const extra = end > head.to && !company;
    return {
      ...base,
      ...spans(head.from, extra ? end : head.to),
      generic:
        !extra && capitalHead && head.to - head.from > 1
          ? /council|authority/.test(kind)
          : !extra || !territorialNamed(kind),
    };
  }
  return { ...base, ...spans(head.from, end), generic: false };
}

/** « le syndicat des transporteurs » names a body without a capital; « les entreprises du secteur » does not. */
const territorialNamed = (kind: string) => kind !== "company";

/** After a dash, a colon or a quotation mark a capital says as little as at the beginning of a sentence. */
function opens(tokens: readonly Token[], at: number, first: number): boolean {
  return (
    at > first &&
    ["#", "@", "–", "—", "-", ":", "«", ")", "“", '"'].includes(tokens[at - 1]?.text ?? "") &&
    !tokens[at]?.glued
  );
}

function run(context: OrganisationContext, at: number, sentence: Sentence): Candidate | null {
  const { tokens, places } = context;
  if (
    !tokens[at]?.capital ||
    tokens[at]?.arabic ||
    startsOnly(tokens, at, opens(tokens, at, sentence.from) ? at : sentence.from)
  )
    return null;
  let to = capitalRun(tokens, at, sentence.to);
  for (let cut = at + 1; cut < to; cut++) if (context.taken.has(cut)) to = cut;
  const head = headIn(tokens, at, to);
  const place = places.find((p) => p.from <= at && p.to >= to);
  if (place) return country(place);
  if (
    termAt(tokens, at, SIGNING)?.to === to ||
    termAt(tokens, at, POPULATIONS)?.to === to ||
    (termAt(tokens, at, FUNCTIONS)?.to ?? 0) >= to
  )
    return null;
  if (!head) {
    const single = to === at + 1 && (tokens[at]?.text.length ?? 0) < 3;
    return single
      ? null
      : { ...spans(at, to), kind: "company", known: null, generic: false, weak: true, office: false };
  }
  const trailing =
    head.to === to && head.from > at && !["of", "de", "des", "du", "d"].includes(tokens[to]?.fold ?? "");
  const end = trailing ? to : Math.max(to, nameEnd(tokens, head.to, sentence.to, context.language !== "en"));
  const generic = head.from === at && head.to === end;
  return {
    ...spans(at, end),
    kind: head.row.kind ?? "other",
    known: null,
    generic,
    weak: false,
    office: false,
  };
}

/** « بوهران » after a name says where; a number begins something else. */
const arabicStop = (context: OrganisationContext) => (at: number) =>
  context.numbered.has(at) ||
  (context.tokens[at]?.fold.startsWith("ب") === true &&
    context.places.some((p) => p.from === at && p.joined));

/** A country that signs does so as a State: « entre le Maroc et le Portugal ». */
function country(mention: PlaceMention): Candidate | null {
  if (mention.place.kind !== "country") return null;
  const kind = "foreign_government";
  return { ...spans(mention.from, mention.to), kind, known: null, generic: false, weak: true, office: false };
}

function office(context: OrganisationContext, at: number, limit: number): Candidate | null {
  const hit = termAt(context.tokens, at, OFFICES);
  if (!hit || /chef|premier|prime|رءيس|رييس/.test(context.tokens[at]?.fold ?? "")) return null;
  const end = context.tokens[at]?.arabic
    ? arabicNameEnd(context.tokens, hit.from, hit.to, limit, arabicStop(context))
    : portfolioEnd(context.tokens, nameEnd(context.tokens, hit.to, limit), limit);
  const generic = end === hit.to;
  const kind = hit.row.organisation ?? "ministry";
  return { ...spans(at, end), kind, known: null, generic, weak: false, office: true };
}

function arabicShape(context: OrganisationContext, head: Found<Row>, limit: number): Candidate | null {
  const { tokens } = context;
  const kind = head.row.kind ?? "other";
  const end = arabicNameEnd(tokens, head.from, head.to, limit, arabicStop(context));
  const first = tokens[head.from]?.fold ?? "";
  const territorial = /council|authority/.test(kind);
  if (territorial && /^[وف]?ب/.test(first) && !first.startsWith("بلدي")) return null;
  const definite = /^[وفبلك]?(ال|لل)/.test(first) || first.startsWith("لل");
  if (end === head.to && !definite && head.to - head.from === 1) return null;
  const generic =
    end === head.to && (head.to - head.from === 1 || head.row.terms?.includes("مجلس الجهة") === true);
  return { ...spans(head.from, end), kind, known: null, generic, weak: false, office: false };
}

function candidatesAt(context: OrganisationContext, at: number, sentence: Sentence): Candidate[] {
  const found: (Candidate | null)[] = [known(context, at, sentence.to), office(context, at, sentence.to)];
  const head = termAt(context.tokens, at, HEADS);
  if (head && head.to <= sentence.to && !context.taken.has(at)) {
    const arabic = context.tokens[at]?.arabic;
    found.push(arabic ? arabicShape(context, head, sentence.to) : latinShape(context, head, sentence.to));
  }
  if (!context.taken.has(at)) found.push(run(context, at, sentence));
  return found.filter((candidate) => candidate !== null);
}

/** A body inside a longer name is the body itself: « direction régionale de l'ANAPEC ». */
function withInner(context: OrganisationContext, candidate: Candidate): Candidate {
  if (candidate.known || candidate.office) return candidate;
  for (let at = candidate.from + 1; at < candidate.to; at++) {
    const inner = known(context, at, candidate.to);
    const acronym =
      inner && inner.to === candidate.to && inner.to - inner.from <= 2 && inner.known !== "state";
    if (acronym)
      return { ...candidate, nameFrom: inner.nameFrom, kind: inner.kind, key: inner.key, known: inner.known };
  }
  return candidate;
}

function rank(candidate: Candidate): number {
  return (
    (candidate.to - candidate.from) * 4 +
    (candidate.known ? 3 : candidate.weak ? 0 : candidate.generic ? 1 : 2)
  );
}

function finish(context: OrganisationContext, candidate: Candidate): Organisation {
  const bracket = acronymAfter(context.tokens, candidate.to);
  const key = candidate.key ?? identity(context.tokens, candidate);
  return { ...candidate, key, acronym: bracket?.acronym ?? null };
}

/** « the governments of A and B » are two. */
function apart(context: OrganisationContext, candidate: Candidate): Candidate[] {
  const { tokens } = context;
  const both = /^(governments|gouvernements)$/.test(tokens[candidate.from]?.fold ?? "");
  const named = tokens.slice(candidate.from, candidate.to).find((t) => t.capital)?.index;
  const second = candidate.to + 1;
  const and = ["and", "et"].includes(tokens[candidate.to]?.fold ?? "") && tokens[second]?.capital;
  if (!both || !and || named === undefined) return [candidate];
  const other = capitalRun(tokens, second, tokens.length);
  const first = { ...candidate, nameFrom: named };
  return [first, { ...candidate, from: second, to: other, nameFrom: second, nameTo: other }];
}

/** Every organisation that the sentences name or refer to, from left to right, without overlap. */
export function organisationsIn(context: OrganisationContext): Organisation[] {
  const found: Organisation[] = [];
  for (const sentence of context.sentences)
    for (let at = sentence.from; at < sentence.to; ) {
      const best = candidatesAt(context, at, sentence).sort((a, b) => rank(b) - rank(a))[0];
      if (best) {
        found.push(...apart(context, withInner(context, best)).map((one) => finish(context, one)));
        at = Math.max(best.to, found.at(-1)?.to ?? 0, at + 1);
      } else at++;
    }
  return found;
}
