// What the assisted intake found, as tables for a person at the terminal: each value beside the words that give it.
import { localeTags } from "@iltizam/core/kernel";
import type { Amount, Draft, PartialDate, Passage, Proposed, Target } from "@iltizam/intake";
import { type CodeList, codes, indicatorAliases, indicators, units } from "@iltizam/reference";
import type { Say } from "./say.ts";
import { type Column, table } from "./table.ts";

type Cell = string | null;
/** A row of cells; the passage comes last. */
interface Row {
  readonly cells: readonly Cell[];
  readonly passages: readonly (Passage | undefined)[];
}
const widestCell = 26;

/** The tables of one draft, in the language of `say`; empty ones are left out. */
export function draftTables(draft: Draft, say: Say, width: number): string {
  const section = (title: string, names: readonly string[], rows: readonly Row[]): string[] =>
    rows.length === 0
      ? []
      : [`${say(`intake.title.${title}`)}\n${table(columnsOf(names, rows, say), rows, { width })}`];
  const sections = [
    ...section("instruments", ["ref", "type", "status", "count", "signed_on"], instruments(draft, say)),
    ...section("parties", ["ref", "name", "kind", "role"], parties(draft, say)),
    ...section("targets", ["ref", "value", "indicator", "where_when"], targets(draft, say)),
    ...section("amounts", ["ref", "value", "role", "contributor"], amounts(draft, say)),
    ...section("figures", ["ref", "value", "kind"], otherFigures(draft, say)),
    ...section("doubts", ["about", "readings"], doubts(draft)),
  ];
  const nothing = draft.instruments.length === 0 ? [say("intake.nothing")] : [];
  const inferred = sections.some((one) => one.includes(" ?")) ? [say("intake.inferred")] : [];
  return [`${draft.source.file} (${draft.source.language})`, ...nothing, ...sections, ...inferred, ""].join(
    "\n\n",
  );
}

function columnsOf(names: readonly string[], rows: readonly Row[], say: Say): Column<Row>[] {
  const cells = names.map((name, at): Column<Row> => {
    const column = { title: say(`intake.column.${name}`), cell: (row: Row) => row.cells[at] };
    const isLong = rows.some((row) => (row.cells[at] ?? "").length > widestCell - 2);
    return isLong ? { ...column, width: widestCell } : column;
  });
  const passages = (row: Row) => row.passages.map((one) => quoted(one, say)).join("\n");
  return [...cells, { title: say("intake.column.passage"), cell: passages, flexible: true }];
}

function quoted(passage: Passage | undefined, say: Say): string {
  if (passage === undefined) return "–";
  const page = passage.page === undefined ? "" : ` (${say("intake.page", { page: passage.page })})`;
  return passage.text.replace(/\s+/g, " ") + page;
}

function instruments({ instruments }: Draft, say: Say): Row[] {
  return instruments.map(({ ref, type, status, count, signedOn }) => ({
    cells: [
      ref,
      labelled(type, "instrument_types", say),
      labelled(status, "instrument_statuses", say),
      shown(count, (value) => (value === null ? say("intake.several") : String(value))),
      shown(signedOn, (date) => dateInWords(date, say)),
    ],
    passages: [(type ?? count ?? status)?.passage],
  }));
}

function parties({ instruments }: Draft, say: Say): Row[] {
  return instruments.flatMap(({ ref, parties }) =>
    parties.map(({ name, kind, role }) => ({
      cells: [
        ref,
        shown(name, String),
        labelled(kind, "organisation_kinds", say),
        labelled(role, "party_roles", say),
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

function targets({ instruments, shared }: Draft, say: Say): Row[] {
  const own = instruments.map(({ ref, targets }): [string, Target[]] => [ref, targets]);
  return everyOne<Target>(own, shared.targets).map(({ ref, item }) => ({
    cells: [
      ref,
      quantity(
        item.value,
        item.qualifier,
        say,
        shown(item.unit, (code) => unitLabel(code, say)),
      ),
      shown(item.indicator, (code) => indicatorLabel(code, say)),
      [item.territory, item.period, item.deadline].flatMap((one) => one?.passage.text ?? []).join(", ") ||
        null,
    ],
    passages: [(item.value ?? item.indicator ?? item.qualifier)?.passage],
  }));
}

function amounts({ instruments, shared }: Draft, say: Say): Row[] {
  const own = instruments.map(({ ref, amounts }): [string, Amount[]] => [ref, amounts]);
  return everyOne<Amount>(own, shared.amounts).map(({ ref, item }) => ({
    cells: [
      ref,
      quantity(item.value, item.qualifier, say, shown(item.currency, String)),
      labelled(item.role, "amount_roles", say),
      shown(item.contributor, String),
    ],
    passages: [(item.value ?? item.qualifier)?.passage],
  }));
}

function otherFigures({ otherFigures }: Draft, say: Say): Row[] {
  return otherFigures.map(({ ref, value, kind, unit, currency }) => ({
    cells: [
      ref,
      quantity(value, null, say, shown(currency, String) ?? shown(unit, (code) => unitLabel(code, say))),
      labelled(kind, "figure_kinds", say),
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
  say: Say,
  unit: string | null,
): string {
  const figure = shown(value, (given) => (given === null ? "" : numberIn(given, say)));
  const exact = qualifier === null || qualifier.value === "exact" || qualifier.value === "unquantified";
  const words = [figure ?? "", unit ?? "", exact ? "" : `(${labelled(qualifier, "qualifiers", say)})`];
  return figure ? words.filter((word) => word !== "").join(" ") : say("intake.unquantified");
}

/** Digits stay Western in the three languages; an amount keeps its two decimals. */
function numberIn(given: number | string, say: Say): string {
  const decimals = typeof given === "string" ? { minimumFractionDigits: 2 } : {};
  return new Intl.NumberFormat(localeTags[say.locale], decimals).format(Number(given));
}

function labelled(proposed: Proposed<string>, list: CodeList, say: Say): string | null {
  return shown(proposed, (code) => codes(list).find((one) => one.code === code)?.label[say.locale] ?? code);
}

const unitLabel = (code: string, say: Say): string =>
  units().find((unit) => unit.code === code)?.label[say.locale] ?? code;

function indicatorLabel(code: string, say: Say): string {
  const meant = indicatorAliases().find((alias) => alias.code === code)?.aliasOf ?? code;
  return indicators().find((one) => one.code === meant)?.label[say.locale] ?? code;
}

/** Only what is written: a weekday, or a month alone. */
function dateInWords({ year, month, day, weekday }: PartialDate, say: Say): string {
  const tag = localeTags[say.locale];
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
