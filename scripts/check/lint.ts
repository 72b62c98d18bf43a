import { type Finding, finding, type Reading, reading } from "./part.ts";
import { biomePath, runNode } from "./tools.ts";
import type { Tree } from "./tree.ts";

type Report = {
  readonly summary: { readonly changed: number; readonly unchanged: number };
  readonly diagnostics: readonly Diagnostic[];
};
type Diagnostic = {
  readonly severity: string;
  readonly message: string;
  readonly category: string;
  readonly location: { readonly path: string; readonly start?: { readonly line: number } };
};

const options = ["--reporter=json", "--max-diagnostics=none", "--diagnostic-level=warn", "--colors=off"];

/** Biome's lint, import order and format, errors and warnings alike; nothing is rewritten. */
export async function lint(tree: Tree): Promise<Reading> {
  const ran = await runNode(biomePath(), ["check", ...options], tree.root);
  const report = readReport(ran.out);
  if (report === undefined) {
    const said = `${ran.err}${ran.out}`.trim().split("\n")[0] ?? "";
    return reading(0, "files", [finding("biome.json", 1, "lint", `biome gave no report: ${said}`)]);
  }
  const { changed, unchanged } = report.summary;
  return reading(changed + unchanged, "files", report.diagnostics.map(place));
}

function readReport(out: string): Report | undefined {
  try {
    return JSON.parse(out) as Report;
  } catch {
    return undefined;
  }
}

function place({ category, location, message }: Diagnostic): Finding {
  const needsFormat = category === "format" || category.startsWith("assist");
  const sentence = needsFormat ? "not formatted; `npx biome check --write` sets it right" : message;
  return finding(location.path, location.start?.line || 1, category, sentence);
}
