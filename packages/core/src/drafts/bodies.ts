// The bodies that a draft names: parties, organisers, those who pay, and those behind a person's function. Pure.
import type { Draft } from "./draft-format.ts";

export interface Body {
  /** The words of the text that mean it. */
  readonly words: string;
  /** As the draft gives it; null where it names none. */
  readonly kind: string | null;
  /** Whether the words are a person's function, behind which the body stands. */
  readonly behind: boolean;
}

/** Each distinct wording once, in the order of the draft. */
export function bodiesIn(draft: Draft): Body[] {
  const parties = draft.instruments.flatMap((instrument) =>
    instrument.parties.flatMap(({ name, kind }) => (name ? [body(wordsOf(name), kind?.value ?? null)] : [])),
  );
  const organisers = (draft.event?.organisers ?? []).map((one) => body(wordsOf(one), null));
  const amounts = [...draft.instruments.flatMap(({ amounts: own }) => own), ...draft.shared.amounts];
  const payers = amounts.flatMap(({ contributor }) =>
    contributor ? [body(wordsOf(contributor), null)] : [],
  );
  const offices = draft.attendees.flatMap(({ title }) => {
    const words = title?.value;
    return words && bodyOfTitle(words) ? [{ words, kind: null, behind: true }] : [];
  });
  const found = new Map<string, Body>();
  for (const one of [...parties, ...organisers, ...payers, ...offices]) {
    const before = found.get(one.words);
    if (!before || (before.kind === null && one.kind !== null)) found.set(one.words, one);
  }
  return [...found.values()];
}

const body = (words: string, kind: string | null): Body => ({ words, kind, behind: false });

const wordsOf = (given: { value: string | null; passage: { text: string } }): string =>
  given.value ?? given.passage.text;

export interface TitleBody {
  /** The name of the body, as the function gives it. */
  readonly name: string;
  readonly kind: string;
}

const titles: readonly {
  readonly pattern: RegExp;
  readonly name: (found: string) => string;
  readonly kind: string;
}[] = [
  {
    pattern: /^(?:la |le )?(?:ministre|secrétaire d['’]État)\s+(?:déléguée?\s+)?(.+)$/iu,
    name: (rest) => `Ministère ${rest}`,
    kind: "ministry",
  },
  {
    pattern: /^(?:the )?minister (?:of|for) (.+)$/iu,
    name: (rest) => `Ministry of ${rest}`,
    kind: "ministry",
  },
  { pattern: /^(?:وزيرة?|السيدة? وزيرة?)\s+(.+)$/u, name: (rest) => `وزارة ${rest}`, kind: "ministry" },
  {
    pattern: /^(?:présidente?|vice-présidente?) du (conseil (?:de la région|régional).*)$/iu,
    name: (rest) => rest,
    kind: "regional_council",
  },
  {
    pattern: /^(?:présidente?|vice-présidente?) de la (région.*)$/iu,
    name: (rest) => `conseil de la ${rest}`,
    kind: "regional_council",
  },
  { pattern: /^(?:رئيسة?)\s+(الجهة)$/u, name: (rest) => `مجلس ${rest}`, kind: "regional_council" },
  { pattern: /^(?:رئيسة?)\s+(مجلس جهة .+|مجلس الجهة.*)$/u, name: (rest) => rest, kind: "regional_council" },
  { pattern: /^(?:wali|والي)\s+(.+)$/iu, name: (rest) => `Wilaya ${rest}`, kind: "territorial_authority" },
  {
    pattern:
      /^(?:directeur|directrice|président|présidente|secrétaire)(?: généra(?:l|le))?(?: adjointe?)? (?:de l['’]|du |de la |de |d['’])(.+)$/iu,
    name: (rest) => rest,
    kind: "other",
  },
  {
    pattern:
      /^(?:director[- ]general|director|president|chair(?:man|woman|person)?|head) of (?:the )?(.+)$/iu,
    name: (rest) => rest,
    kind: "other",
  },
  { pattern: /^(?:المديرة? العامة? ل|مديرة? |رئيسة? )(.+)$/u, name: (rest) => rest, kind: "other" },
];

/** The body in which somebody of this function serves; null when the function names none. */
export function bodyOfTitle(title: string): TitleBody | null {
  for (const { pattern, name, kind } of titles) {
    const rest = pattern.exec(title.trim())?.[1];
    if (rest !== undefined) return { name: name(rest), kind };
  }
  return null;
}
