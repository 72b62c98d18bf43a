// npm run bench [-- --quick] [--facts N] [--json FILE] [NAME…]: each figure beside what was asked of it.
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Figure } from "./bench.ts";
import { listBenches } from "./list-benches.ts";
import { machine } from "./machine.ts";
import { openStage } from "./stage/open-stage.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    facts: { type: "string" },
    json: { type: "string" },
  },
});
const facts = Number(values.facts ?? (values.quick ? 50_000 : 1_000_000));
const benches = (await listBenches()).filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name),
);
const tell = (text: string) => process.stderr.write(`  ${text}\n`);

tell(machine());
const stage = await openStage(facts, tell);
const figures: Figure[] = [];
try {
  for (const bench of benches) {
    tell(`${bench.name}…`);
    const found = await bench.run(stage, { quick: values.quick, tell });
    figures.push(...found);
    for (const figure of found) console.log(line(figure));
  }
} finally {
  await stage.close();
}
if (values.json) {
  const result = { machine: machine(), on: new Date().toISOString().slice(0, 10), size: stage.size, figures };
  await writeFile(values.json, `${JSON.stringify(result, null, 2)}\n`);
}
process.exitCode = figures.some((figure) => figure.reached === false) ? 1 : 0;

function line(figure: Figure): string {
  const mark = figure.reached === null ? "     " : figure.reached ? "ok   " : "SHORT";
  return `${mark} ${figure.what}: ${figure.measured} (${figure.reach})`;
}
