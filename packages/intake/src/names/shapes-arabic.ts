import { lexicon } from "../lexicon/load.ts";
import { type TermIndex, termAt } from "../lexicon/terms.ts";
import type { Token } from "../text/tokens.ts";
import { HEADS, quotedEnd } from "./shapes-latin.ts";

type Row = Readonly<Record<string, string>>;
const arabic = (name: string): TermIndex<Row> => lexicon(name, (row) => row.language === "ar");
/** Words that never belong to a name: verbs of signing, instruments, links between parties, actions, dates. */
const STOPS = ["signing", "instruments", "cues", "calendar", "events", "functions"].map(arabic);
const ACTIONS = arabic("actions");
const FUNCTIONS = arabic("functions");
const LITTLE = new Set([
  "في",
  "علي",
  "من",
  "الي",
  "عن",
  "مع",
  "بين",
  "يوم",
  "اليوم",
  "امس",
  "خلال",
  "التي",
  "الذي",
  "هذه",
  "هذا",
  "وذلك",
  "ذلك",
  "بعد",
  "قبل",
  "كل",
  "كما",
  "ان",
  "قد",
  "حيث",
  "عبر",
  "حول",
  "لدي",
  "منذ",
  "وكل",
  "ثلاث",
  "عده",
  "وكذا",
  "بمبلغ",
  "بقيمه",
  "بغلاف",
  "بكلفه",
  "بتمويل",
  "بميزانيه",
  "باعتماد",
  "حاليا",
  "بمدينه",
  "مدينه",
  "جهه اخري",
  "فيما",
  "غير",
  "لكل",
  "بموجب",
  "تلتزم",
  "تمتد",
  "وجمعت",
  "بمقر",
  "وجميعها",
  "ايضا",
  "احدي",
]);
const MAX_WORDS = 6;
const FUTURE = /^[وف]?س[يت][\u0621-\u064a]{3,}$/;

function endsName(tokens: readonly Token[], at: number, previous: Token, first: boolean): boolean {
  const token = tokens[at] as Token;
  if (token.kind !== "word" || !token.arabic || token.fold.length === 1) return true;
  if (FUTURE.test(token.fold)) return true;
  if (LITTLE.has(token.fold) || LITTLE.has(token.fold.replace(/^و/, ""))) return true;
  const article = /^(وال|ال|لل)/.test(token.fold);
  if (token.fold.startsWith("و") && token.fold.length > 3) {
    if (termAt(tokens, at, HEADS) || termAt(tokens, at, FUNCTIONS)) return true;
    const coordinated = token.fold.startsWith("وال") && /^(ال|لل|وال|بال)/.test(previous.fold);
    if (!coordinated && !first) return true;
  }
  const purpose = /^ل[^ل]/.test(token.fold) && termAt(tokens, at, ACTIONS) !== null;
  if (purpose && !/^(ال|لل)/.test(previous.fold)) return true;
  return STOPS.some((index) => {
    const hit = termAt(tokens, at, index);
    return hit !== null && !article;
  });
}

/** « المؤسسة بتكوين »: after a head with its article only an adjective with its article belongs to the name. */
const indefiniteAfterDefinite = (head: Token, next: Token) =>
  /^[وفبك]?ال|^[وف]?لل/.test(head.fold) && !/^(ال|ل)/.test(next.fold) && head.fold.length > 4;

/** How far an Arabic name goes on after its head word: « مؤسسة | أفق الأطلس ». */
export function arabicNameEnd(
  tokens: readonly Token[],
  from: number,
  head: number,
  limit: number,
  stops: (at: number) => boolean,
): number {
  const quoted = quotedEnd(tokens, head, limit);
  if (quoted !== null) return quoted;
  let to = head;
  while (to < limit && to - head < MAX_WORDS) {
    const hyphen =
      tokens[to]?.text === "-" && tokens[to]?.glued && tokens[to + 1]?.glued && tokens[to + 1]?.arabic;
    if (hyphen && to > head) {
      to += 2;
      continue;
    }
    const token = tokens[to];
    const previous = tokens[to - 1];
    if (!token || !previous || endsName(tokens, to, previous, to === from + 1)) break;
    if (stops(to) || (to === from + 1 && indefiniteAfterDefinite(previous, token))) break;
    to++;
  }
  return to;
}
