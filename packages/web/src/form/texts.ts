// A form holds what is written in its fields as texts; what becomes of them (numbers, dates, null) is said where it is
// sent. So that drafts, differences and checks are one thing for every form.

export type Texts<Name extends string> = Readonly<Record<Name, string>>;

export const namesOf = <Name extends string>(texts: Texts<Name>) => Object.keys(texts) as Name[];

/** The fields that differ between two states of a form. */
export function changedNames<Name extends string>(before: Texts<Name>, after: Texts<Name>): Name[] {
  return namesOf(after).filter((name) => after[name].trim() !== (before[name] ?? "").trim());
}

export interface Difference<Name extends string> {
  readonly name: Name;
  readonly mine: string;
  readonly theirs: string;
}

/**
 * What two people wrote from one beginning. Where only the other one changed a field, hers is taken; where both did and
 * differ, somebody has to choose.
 */
export function mergeTexts<Name extends string>(
  beginning: Texts<Name>,
  mine: Texts<Name>,
  theirs: Texts<Name>,
): {
  readonly merged: Texts<Name>;
  readonly toChoose: Difference<Name>[];
  readonly taken: Difference<Name>[];
} {
  const byThem = changedNames(beginning, theirs);
  const byMe = new Set(changedNames(beginning, mine));
  const differ = byThem
    .filter((name) => mine[name].trim() !== theirs[name].trim())
    .map((name) => ({ name, mine: mine[name], theirs: theirs[name] }));
  const taken = differ.filter(({ name }) => !byMe.has(name));
  const merged = { ...mine, ...Object.fromEntries(taken.map(({ name, theirs: text }) => [name, text])) };
  return { merged, toChoose: differ.filter(({ name }) => byMe.has(name)), taken };
}

/** What stands in a form once it is saved: what was saved, and what was written while it was on its way. */
export function withTypedSince<Name extends string>(
  sent: Texts<Name>,
  now: Texts<Name>,
  saved: Texts<Name>,
): Texts<Name> {
  const typed = namesOf(now).filter((name) => now[name] !== sent[name]);
  return { ...saved, ...Object.fromEntries(typed.map((name) => [name, now[name]])) };
}

/** The text without blanks around it, or null when nothing is written. */
export const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** A whole number as it is written in any of the three languages («1 500», «1 500»), or null. */
export function wholeNumber(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f.,']/gu, "");
  return /^\d+$/u.test(bare) ? Number(bare) : null;
}

/** Codes in one text, as several choices are kept. */
export const codesOf = (text: string): string[] => text.split(" ").filter(Boolean);
