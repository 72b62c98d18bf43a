// node bench/src/report/write-performance.ts: docs/performance.md and its picture, from the results kept in
// bench/results (each written by `npm run bench -- --facts N --json bench/results/N.json`).
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Figure } from "../bench.ts";
import type { Size } from "../stage/sizes.ts";
import { drawGrowth, type Series } from "./draw-growth.ts";

export interface Result {
  readonly machine: string;
  readonly on: string;
  readonly size: Size;
  readonly figures: readonly Figure[];
}

const results = new URL("../../results/", import.meta.url);
const docs = new URL("../../../docs/", import.meta.url);
const required = 1_000_000;

const all = readdirSync(results)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(new URL(name, results), "utf8")) as Result)
  .sort((a, b) => a.size.facts - b.size.facts);

writeFileSync(new URL("images/growth.svg", docs), drawGrowth(seriesOf(all)));
writeFileSync(new URL("performance.md", docs), page(all));

/** Costs in time only, under the same name at every size: a number in the name is the size, not the subject. */
function seriesOf(list: readonly Result[]): Series[] {
  const points = list.flatMap(({ size, figures }) =>
    figures
      .filter(({ unit }) => unit === "ms" || unit === "s")
      .map((figure) => ({
        name: figure.what.replace(/\d[\d ,]*(facts|commitments)/g, "$1").replace(/ \(.*\)/, ""),
        facts: size.facts,
        ms: figure.unit === "s" ? figure.value * 1000 : figure.value,
      })),
  );
  const groups = Map.groupBy(points, (point) => point.name);
  return [...groups]
    .map(([name, list]) => ({ name, points: list }))
    .filter(({ points }) => points.length > 1);
}

function page(list: readonly Result[]): string {
  const whole = list.find((result) => result.size.facts === required);
  const others = list.filter((result) => result !== whole);
  return [
    "# How fast",
    "",
    "Written by `node bench/src/report/write-performance.ts` from the results in `bench/results`; each is one run of",
    "`npm run bench -- --facts N --json bench/results/N.json`: a durable PostgreSQL 18 (fsync on), the server in a",
    "process of its own, real HTTP. A row that says «run apart» comes from a run of that part alone, and one that names a",
    "program beside it was disturbed. `npm run bench -- --quick` takes about a minute. Machines differ: read the ratios.",
    "",
    ...(whole ? table(whole) : []),
    "## How each cost grows",
    "",
    "![Time against the number of facts, both scales logarithmic](images/growth.svg)",
    "",
    ...others.flatMap(table),
    ...apart(
      "web.json",
      "The screens, with the demo",
      "node bench/src/web/main.ts bench/results/web/web.json",
      "In Debian's chromium. ",
    ),
    ...apart(
      "edition.json",
      "A published edition of the demo",
      "npm run bench:edition -- bench/results/web/edition.json",
    ),
  ].join("\n");
}

/** What is measured by a command of its own: there is one result, kept beside the others. */
function apart(name: string, title: string, command: string, how = ""): string[] {
  const file = new URL(`web/${name}`, results);
  if (!existsSync(file)) return [];
  const { machine, on, figures } = JSON.parse(readFileSync(file, "utf8")) as Omit<Result, "size">;
  return [`## ${title}`, "", `By \`${command}\`. ${how}${machine}; ${on}.`, "", ...figuresTable(figures), ""];
}

function table({ machine, on, size, figures }: Result): string[] {
  const count = new Intl.NumberFormat("en");
  const title = `${count.format(size.facts)} facts, ${count.format(size.commitments)} commitments, ${count.format(size.agreements)} agreements`;
  return [`## ${title}`, "", `${machine}; ${on}.`, "", ...figuresTable(figures), ""];
}

function figuresTable(figures: readonly Figure[]): string[] {
  return [
    "| what | asked | measured | |",
    "| --- | --- | --- | --- |",
    ...figures.map(({ what, reach, measured, reached }) => {
      const mark = reached === null ? "" : reached ? "reached" : "**short**";
      return `| ${what} | ${reach} | ${measured} | ${mark} |`;
    }),
  ];
}
