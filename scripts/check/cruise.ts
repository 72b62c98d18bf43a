// Runs dependency-cruiser in a process of its own: file names (JSON) in, edges (JSON) out.
import { text } from "node:stream/consumers";
import { cruise, type ICruiseResult, type IDependency } from "dependency-cruiser";

/** One import: what it says, the file it leads to, whether it is for types only, and the cycle it closes. */
export type Edge = {
  readonly from: string;
  readonly says: string;
  readonly to: string;
  readonly found: boolean;
  readonly typeOnly: boolean;
  readonly cycle: readonly string[];
};
export type Cruised = { readonly modules: readonly string[]; readonly edges: readonly Edge[] };

const cycles = { name: "cycle", severity: "error" as const, from: {}, to: { circular: true } };

async function cruised(files: string[]): Promise<Cruised> {
  const { output } = await cruise(
    files,
    {
      ruleSet: { forbidden: [cycles] },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: "node_modules" },
      combinedDependencies: true,
    },
    { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  );
  const { modules } = output as ICruiseResult;
  const read = new Set(files);
  return {
    modules: modules.map((module) => module.source).filter((source) => read.has(source)),
    edges: modules.flatMap((module) =>
      read.has(module.source) ? module.dependencies.map((dependency) => edge(module.source, dependency)) : [],
    ),
  };
}

function edge(from: string, dependency: IDependency): Edge {
  return {
    from,
    says: dependency.module,
    to: dependency.resolved,
    found: !dependency.couldNotResolve,
    typeOnly: dependency.dependencyTypes.some((type) => type === "type-only"),
    cycle: dependency.circular ? (dependency.cycle ?? []).map((step) => step.name) : [],
  };
}

const files = JSON.parse(await text(process.stdin)) as string[];
process.stdout.write(JSON.stringify(await cruised(files)));
