import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { FIELDS, type Scored } from "./compare.ts";
import { casesIn, sharedTexts } from "./expected.ts";
import { type Measure, measure } from "./measure.ts";

const CORPUS = fileURLToPath(new URL("../../corpus/", import.meta.url));
const NOTES = fileURLToPath(new URL("../../../reference/data/notes", import.meta.url));
const HERE = fileURLToPath(new URL(".", import.meta.url));

const percent = (share: number) => (share * 100).toFixed(1).padStart(6);

function table(name: string, result: Measure): string {
  const lines = [
    `${name}: ${result.texts} texts, inventions ${result.inventions}, mean F1 ${(result.meanF1 * 100).toFixed(1)}`,
    `  ${"field".padEnd(14)} precision recall     F1  expected`,
    ...FIELDS.map((field) => {
      const r = result.fields[field];
      return `  ${field.padEnd(14)}    ${percent(r.precision)} ${percent(r.recall)} ${percent(r.f1)}  ${String(r.expected).padStart(8)}`;
    }),
  ];
  return lines.join("\n");
}

function misses(scored: Scored): string[] {
  const lines = scored.inventions.map((i) => `    INVENTION ${i}`);
  for (const field of FIELDS) {
    const { missed, extra } = scored.fields[field];
    if (missed.length > 0) lines.push(`    ${field} missed: ${missed.join(" | ")}`);
    if (extra.length > 0) lines.push(`    ${field} extra: ${extra.join(" | ")}`);
  }
  return lines.length > 0 ? [`  ${scored.name}`, ...lines] : [];
}

const { values } = parseArgs({
  options: {
    folder: { type: "string", multiple: true },
    json: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    only: { type: "string" },
  },
});

const shared = sharedTexts(HERE);
const sets = values.folder
  ? values.folder.map((folder) => ({ name: folder, cases: casesIn(folder) }))
  : [
      ...["develop", "measure"].map((name) => ({ name, cases: casesIn(`${CORPUS}${name}`) })),
      { name: "notes", cases: casesIn(`${CORPUS}notes`, NOTES) },
      { name: "real texts", cases: shared ? casesIn(`${CORPUS}real`, shared) : [] },
    ];
const results = sets.map(({ name, cases }) => ({
  name,
  result: measure(cases.filter((one) => !values.only || one.name.includes(values.only))),
}));

if (values.json) {
  console.log(JSON.stringify(results.map(({ name, result }) => ({ name, ...result }))));
} else {
  for (const { name, result } of results) {
    if (name === "real texts" && !shared) {
      console.log("real texts: the folder shared/texts is not beside this checkout; skipped");
      continue;
    }
    console.log(table(name, result));
    if (values.verbose) console.log(result.scored.flatMap(misses).join("\n"));
  }
}
process.exitCode = results.some(({ result }) => result.inventions > 0) ? 1 : 0;
