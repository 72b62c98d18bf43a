// The days of a client file in one line: signatures, meetings, names, checks, decisions carried out.
import type { ClientFile, Organisation } from "../api/partners.ts";

interface Dated {
  readonly key: string;
  readonly on: string;
}
export type Passage = Dated &
  (
    | { readonly kind: "signed"; readonly agreement: ClientFile["agreements"][number] }
    | { readonly kind: "met"; readonly name: string | null; readonly event: string }
    | { readonly kind: "checked"; readonly point: string }
    | { readonly kind: "named" | "done"; readonly words: string }
  );

interface Day {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** A whole day, or nothing: «a Friday of December» stands in no order. */
function wholeDay({ year, month, day }: Day): string | null {
  if (year === null || month === null || day === null) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The latest first. */
export function passagesOf(of: Organisation, file: ClientFile): Passage[] {
  const signed = file.agreements.flatMap((agreement): Passage[] => {
    const on = wholeDay(agreement.signedOn);
    return on ? [{ key: `signed ${agreement.reference}`, on, kind: "signed", agreement }] : [];
  });
  const met = file.meetings.flatMap(({ reference, date, name, kind: event }): Passage[] => {
    const on = wholeDay(date);
    return on ? [{ key: `met ${reference}`, on, kind: "met", name, event }] : [];
  });
  const named = of.names.flatMap(({ name, from, language }): Passage[] =>
    from ? [{ key: `named ${language} ${from} ${name}`, on: from, kind: "named", words: name }] : [],
  );
  const checked = of.verification.points.flatMap(({ point, checkedOn }): Passage[] =>
    checkedOn ? [{ key: `checked ${point}`, on: checkedOn, kind: "checked", point }] : [],
  );
  const done = file.decisions.flatMap(({ event, number, decision, doneOn }): Passage[] =>
    doneOn ? [{ key: `done ${event} ${number}`, on: doneOn, kind: "done", words: decision }] : [],
  );
  return [...signed, ...met, ...named, ...checked, ...done].sort((a, b) => b.on.localeCompare(a.on));
}
