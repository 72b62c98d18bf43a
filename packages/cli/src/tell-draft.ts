// What the assisted intake found, as tables for a person at the terminal: each value beside the words that give it.
import type { Locale } from "@iltizam/core/kernel";
import type { Amount, Draft, PartialDate, Passage, Proposed, Target } from "@iltizam/intake";
import { type CodeList, codes, indicatorAliases, indicators, units } from "@iltizam/reference";
import { say } from "./say.ts";
import { type Column, table } from "./table.ts";
import { wrapped } from "./wrap.ts";

type Cell = string | null;
/** A row of cells; the passage comes last. */
interface Row {
  readonly cells: readonly Cell[];
  readonly passages: readonly (Passage | undefined)[];
}
interface Speech {
  readonly locale: Locale;
  readonly columns: number;
}

/** The tables of one draft, in the terminal's language; empty ones are left out. */
export function draftTables(draft: Draft, locale: Locale, columns: number): string {
  const speech = { locale, columns };
  const sections = [
    section(
      speech,
      "instruments",
      ["ref", "type", "status", "count", "signed_on"],
      instruments(draft, locale),
    ),
    section(speech, "parties", ["ref", "name", "kind", "role"], parties(draft, locale)),
    section(speech, "targets", ["ref", "value", "indicator", "where_when"], targets(draft, locale)),
    section(speech, "amounts", ["ref", "value", "role", "contributor"], amounts(draft, locale)),
    section(speech, "figures", ["ref", "value", "kind"], otherFigures(draft, locale)),
    section(speech, "doubts", ["about", "readings"], doubts(draft)),
  ].filter((one) => one !== "");
  const nothing = draft.instruments.length === 0 ? [say(locale, "intake.nothing")] : [];
  const inferred = sections.some((one) => one.includes(" ?")) ? [say(locale, "intake.inferred")] : [];
  return [`${draft.source.file} (${draft.source.language})`, ...nothing, ...sections, ...inferred, ""].join(
    "\n\n",
  );
}

function section(speech: Speech, title: string, names: readonly string[], rows: readonly Row[]): string {
  if (rows.length === 0) return "";
  const { locale, columns } = speech;
  const widest = Math.max(14, Math.floor((columns - 8) / (names.length + 2)));
  const cells = names.map((name, at): Column<Row> => {
    return { title: say(locale, `column.${name}`), cell: (row) => wrapped(row.cells[at] ?? "–", widest) };
  });
  const passage: Column<Row> = {
    title: say(locale, "column.passage"),
    cell: (row) => wrapped(row.passages.map((one) => quoted(one, locale)).join("\n"), widest * 2),
  };
  return `${say(locale, `title.${title}`)}\n${table([...cells, passage], rows)}`;
}

function quoted(passage: Passage | undefined, locale: Locale): string {
  if (passage === undefined) return "–";
  const page = passage.page === undefined ? "" : ` (${say(locale, "intake.page", { page: passage.page })})`;
  return passage.text.replace(/\s+/g, " ") + page;
}

function instruments({ instruments }: Draft, locale: Locale): Row[] {
  return instruments.map(({ ref, type, status, count, signedOn }) => ({
    cells: [
      ref,
      labelled(type, "instrument_types", locale),
      labelled(status, "instrument_statuses", locale),
      shown(count, (value) => (value === null ? say(locale, "intake.several") : String(value))),
      shown(signedOn, (date) => dateInWords(date, locale)),
    ],
    passages: [(type ?? count ?? status)?.passage],
  }));
}

function parties({ instruments }: Draft, locale: Locale): Row[] {
  return instruments.flatMap(({ ref, parties }) =>
    parties.map(({ name, kind, role }) => ({
      cells: [
        ref,
        shown(name, String),
        labelled(kind, "organisation_kinds", locale),
        labelled(role, "party_roles", locale),
      ],
      passages: [name?.passage],
    })),
  );
}

/** Those of one agreement under its reference, those of several under all of theirs. */
function everyOne<Item>(
  own: readonly [string, readonly Item[]][],
  shared: readonly (Item & { covers: string[] })[],
) {
  return [
    ...own.flatMap(([ref, items]) => items.map((item) => ({ ref, item }))),
    ...shared.map((item) => ({ ref: item.covers.join(", "), item })),
  ];
}

function targets({ instruments, shared }: Draft, locale: Locale): Row[] {
  const own = instruments.map(({ ref, targets }): [string, Target[]] => [ref, targets]);
  return everyOne<Target>(own, shared.targets).map(({ ref, item }) => ({
    cells: [
      ref,
      quantity(
        item.value,
        item.qualifier,
        locale,
        shown(item.unit, (code) => unitLabel(code, locale)),
      ),
      shown(item.indicator, (code) => indicatorLabel(code, locale)),
      [item.territory, item.period, item.deadline].flatMap((one) => one?.passage.text ?? []).join(", ") ||
        null,
    ],
    passages: [(item.value ?? item.indicator ?? item.qualifier)?.passage],
  }));
}

function amounts({ instruments, shared }: Draft, locale: Locale): Row[] {
  const own = instruments.map(({ ref, amounts }): [string, Amount[]] => [ref, amounts]);
  return everyOne<Amount>(own, shared.amounts).map(({ ref, item }) => ({
    cells: [
      ref,
      quantity(item.value, item.qualifier, locale, shown(item.currency, String)),
      labelled(item.role, "amount_roles", locale),
      shown(item.contributor, String),
    ],
    passages: [(item.value ?? item.qualifier)?.passage],
  }));
}

function otherFigures({ otherFigures }: Draft, locale: Locale): Row[] {
  return otherFigures.map(({ ref, value, kind, unit, currency }) => ({
    cells: [
      ref,
      quantity(
        value,
        null,
        locale,
        shown(currency, String) ?? shown(unit, (code) => unitLabel(code, locale)),
      ),
      labelled(kind, "figure_kinds", locale),
    ],
    passages: [value?.passage],
  }));
}

function doubts({ doubts }: Draft): Row[] {
  return doubts.map(({ about, readings, passages }) => ({ cells: [about, readings.join("\n")], passages }));
}

/** What is inferred is marked: it is not written in the passage. */
function shown<Value>(proposed: Proposed<Value>, inWords: (value: Value) => string): string | null {
  if (proposed === null) return null;
  return inWords(proposed.value) + (proposed.as === "inferred" ? " ?" : "");
}

function quantity(
  value: Proposed<number | string | null>,
  qualifier: Proposed<string>,
  locale: Locale,
  unit: string | null,
): string {
  const figure = shown(value, (given) => (given === null ? "" : numberIn(given, locale)));
  const exact = qualifier === null || qualifier.value === "exact" || qualifier.value === "unquantified";
  const words = [figure ?? "", unit ?? "", exact ? "" : `(${labelled(qualifier, "qualifiers", locale)})`];
  return figure ? words.filter((word) => word !== "").join(" ") : say(locale, "intake.unquantified");
}

/** Digits stay Western in the three languages; an amount keeps its two decimals. */
function numberIn(given: number | string, locale: Locale): string {
  const tag = locale === "ar" ? "ar-MA-u-nu-latn" : locale;
  const decimals = typeof given === "string" ? { minimumFractionDigits: 2 } : {};
  return new Intl.NumberFormat(tag, decimals).format(Number(given));
}

function labelled(proposed: Proposed<string>, list: CodeList, locale: Locale): string | null {
  return shown(proposed, (code) => codes(list).find((one) => one.code === code)?.label[locale] ?? code);
}

const unitLabel = (code: string, locale: Locale): string =>
  units().find((unit) => unit.code === code)?.label[locale] ?? code;

function indicatorLabel(code: string, locale: Locale): string {
  const meant = indicatorAliases().find((alias) => alias.code === code)?.aliasOf ?? code;
  return indicators().find((one) => one.code === meant)?.label[locale] ?? code;
}

/** Only what is written: a weekday, or a month alone. */
function dateInWords({ year, month, day, weekday }: PartialDate, locale: Locale): string {
  const tag = locale === "fr" ? "fr-MA" : locale === "ar" ? "ar-MA-u-nu-latn" : "en";
  const named = (part: "weekday" | "month", date: number) =>
    new Intl.DateTimeFormat(tag, { [part]: "long", timeZone: "UTC" }).format(date);
  const parts = [
    weekday === null ? "" : named("weekday", Date.UTC(2018, 0, weekday)),
    day === null ? "" : String(day),
    month === null ? "" : named("month", Date.UTC(2018, month - 1, 1)),
    year === null ? "" : String(year),
  ];
  return parts.filter((part) => part !== "").join(" ");
}
