// What an import did, or would do, for a person and for a machine.
import { errorMessage, type Locale, message } from "@iltizam/core/kernel";
import type { Finding, FindingCount, ImportOutcome } from "@iltizam/core/sheets";
import { table } from "./table.ts";
import { terminalLocale } from "./terminal-locale.ts";

const shownDifferences = 50;

/** The outcome in the language of the terminal. */
export function showOutcome(outcome: ImportOutcome, options: { dryRun: boolean; timings: boolean }): string {
  const locale = terminalLocale();
  const parts = [
    showVerdict(locale, outcome, options.dryRun),
    showTally(locale, outcome),
    showDifferences(locale, outcome),
    showCounts(locale, outcome),
    showFindings(locale, outcome),
    options.timings ? showTimings(locale, outcome) : "",
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function showVerdict(locale: Locale, outcome: ImportOutcome, dryRun: boolean): string {
  const file = outcome.file.name;
  if (outcome.recorded) return message(locale, "sheets", "outcome.recorded", { file });
  if (dryRun) return message(locale, "sheets", "outcome.dry_run", { file });
  if (outcome.refused > 0 || outcome.findings.total > 0) {
    return message(locale, "sheets", "outcome.refused", { file, rows: outcome.refused });
  }
  return message(locale, "sheets", "outcome.nothing_new", { file });
}

const tallied = ["rows", "added", "changed", "unchanged", "refused"] as const;

function showTally(locale: Locale, outcome: ImportOutcome): string {
  const lines = tallied.map((name) => ({
    name: message(locale, "sheets", `tally.${name}`),
    count: outcome[name],
  }));
  const refusals = Object.entries(outcome.notCounted).map(([reason, count]) => ({
    name: message(locale, "sheets", "tally.not_counted", { reason }),
    count,
  }));
  return table(
    [
      { title: message(locale, "sheets", "tally.title"), cell: ({ name }) => name },
      { title: "", align: "right", cell: ({ count }) => count },
    ],
    [...lines, ...refusals],
  );
}

function showDifferences(locale: Locale, { differences }: ImportOutcome): string {
  if (differences.length === 0) return "";
  const shown = table(
    [
      { title: message(locale, "sheets", "head.row"), align: "right", cell: ({ row }) => row },
      { title: message(locale, "sheets", "head.object"), cell: ({ object }) => object },
      { title: "", cell: ({ change }) => message(locale, "sheets", `change.${change}`) },
      { title: message(locale, "sheets", "head.fields"), cell: ({ fields }) => fieldsInWords(fields) },
    ],
    differences.slice(0, shownDifferences),
  );
  const more = differences.length - shownDifferences;
  return more > 0 ? `${shown}\n${message(locale, "sheets", "more.differences", { more })}` : shown;
}

function fieldsInWords(fields: ImportOutcome["differences"][number]["fields"]): string {
  return Object.entries(fields)
    .map(([field, { before, after }]) => `${field}: ${before === null ? "" : `${before} → `}${after}`)
    .join("; ")
    .slice(0, 120);
}

function showCounts(locale: Locale, { counts }: ImportOutcome): string {
  if (counts.length === 0) return "";
  const shown = table(
    [
      { title: message(locale, "sheets", "head.commitment"), cell: ({ commitment }) => commitment },
      { title: message(locale, "sheets", "head.before"), align: "right", cell: ({ before }) => before },
      { title: message(locale, "sheets", "head.after"), align: "right", cell: ({ after }) => after },
    ],
    counts.slice(0, shownDifferences),
  );
  const more = counts.length - shownDifferences;
  return more > 0 ? `${shown}\n${message(locale, "sheets", "more.counts", { more })}` : shown;
}

function showFindings(locale: Locale, { findings }: ImportOutcome): string {
  if (findings.total === 0) return "";
  const listed = table<Finding>(
    [
      { title: message(locale, "sheets", "head.row"), align: "right", cell: ({ row }) => row },
      { title: message(locale, "sheets", "head.column"), cell: ({ column }) => column },
      { title: message(locale, "sheets", "head.value"), cell: ({ value }) => value },
      { title: message(locale, "sheets", "head.finding"), cell: ({ error }) => errorMessage(locale, error) },
    ],
    findings.listed,
  );
  if (findings.total <= findings.listed.length) return listed;
  const counted = table<FindingCount>(
    [
      { title: message(locale, "sheets", "head.finding"), cell: ({ code }) => code },
      { title: message(locale, "sheets", "head.column"), cell: ({ column }) => column },
      { title: message(locale, "sheets", "head.count"), align: "right", cell: ({ count }) => count },
    ],
    findings.counts,
  );
  return `${listed}\n\n${counted}`;
}

/** What PostgreSQL is busy with. */
export function stageName(stage: string): string {
  return message(terminalLocale(), "sheets", `stage.${stage}`);
}

function showTimings(locale: Locale, { timings }: ImportOutcome): string {
  return table(
    [
      { title: message(locale, "sheets", "head.stage"), cell: ({ stage }) => stageName(stage) },
      { title: "ms", align: "right", cell: ({ milliseconds }) => milliseconds },
    ],
    timings,
  );
}

/** The outcome as it stands in JSON: each finding with its code, its values and its sentence. */
export function outcomeAsJson(outcome: ImportOutcome) {
  const locale = terminalLocale();
  const listed = outcome.findings.listed.map(({ row, column, value, error }) => {
    const { code, params } = error;
    return { row, column, value, code, params, message: errorMessage(locale, error) };
  });
  return { ...outcome, findings: { ...outcome.findings, listed } };
}
