// The parts of a draft as they are when the text says nothing of them, and the refs by which they name one another.

const nothingOfTarget = {
  ...{ value: null, indicator: null, unit: null, qualifier: null },
  ...{ populations: [], territory: null, period: null, deadline: null },
};
const nothingOfAmount = {
  ...{ value: null, currency: null, role: null, qualifier: null },
  ...{ contributor: null, inKind: null, purpose: null },
};
const nothingOfInstrument = {
  ...{ type: null, status: null, count: null, object: null, fields: [], signedOn: null, signedAt: null },
  ...{ duration: null, parent: null, leadsTo: null, refersTo: [] },
  ...{ parties: [], amounts: [], targets: [], clauses: [] },
};

/** What an item of a list holds before anything is said of it, by the list's name. */
export const blankItems: Readonly<Record<string, object>> = {
  parts: { kind: null, name: null },
  frameworks: { kind: null, name: null, period: null },
  instruments: nothingOfInstrument,
  parties: { name: null, kind: null, role: null, representative: null },
  amounts: nothingOfAmount,
  targets: nothingOfTarget,
  clauses: { kind: null },
  otherFigures: { value: null, kind: null, unit: null, currency: null, per: null, of: null },
  orientations: { kind: null, author: null },
  attendees: { name: null, title: null, role: null },
};

const refLetters: Readonly<Record<string, string>> = { instruments: "I", frameworks: "P", otherFigures: "F" };

type Fields = Record<string, unknown>;
const listOf = (root: Fields, name: string) => (Array.isArray(root[name]) ? (root[name] as Fields[]) : []);

/** The item with a ref of its own, the next free one when it brings none. */
export function namedRefs(root: Fields, list: string, item: unknown): unknown {
  const letter = refLetters[list];
  if (letter === undefined || typeof item !== "object" || item === null || "ref" in item) return item;
  const taken = new Set(listOf(root, list).map(({ ref }) => ref));
  let number = taken.size + 1;
  while (taken.has(`${letter}${number}`)) number += 1;
  return { ref: `${letter}${number}`, ...item };
}

/** Who names an instrument or a figure that is no longer there names nothing; a shared figure of none of them goes too. */
export function settleRefs(root: Fields): void {
  const refs = (list: string) => new Set(listOf(root, list).map(({ ref }) => ref));
  const [instruments, frameworks, figures] = [refs("instruments"), refs("frameworks"), refs("otherFigures")];
  const isThere = (ref: unknown) => instruments.has(ref) || frameworks.has(ref);
  for (const instrument of listOf(root, "instruments")) {
    for (const field of ["parent", "leadsTo"]) if (!isThere(instrument[field])) instrument[field] = null;
    if (Array.isArray(instrument.refersTo)) instrument.refersTo = instrument.refersTo.filter(isThere);
  }
  for (const figure of listOf(root, "otherFigures")) if (!figures.has(figure.of)) figure.of = null;
  const shared = (root.shared ?? {}) as Fields;
  for (const kind of ["amounts", "targets"]) {
    const list = listOf(shared, kind);
    for (const figure of list) {
      if (Array.isArray(figure.covers)) figure.covers = figure.covers.filter((ref) => instruments.has(ref));
    }
    shared[kind] = list.filter(({ covers }) => Array.isArray(covers) && covers.length > 0);
  }
}
