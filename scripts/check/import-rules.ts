import type { Edge } from "./cruise.ts";
import { type Floors, floorOf, standsAbove } from "./floors.ts";
import { coreFolder, isTest } from "./tree.ts";

export type Refusal = { readonly rule: string; readonly sentence: string };

/** What each package may import of ours; the places that are not named (bench, e2e, scripts) may import anything. */
const layers: Readonly<Record<string, readonly string[]>> = {
  reference: [],
  intake: ["reference"],
  core: ["reference"],
  server: ["core", "intake", "reference"],
  cli: ["core", "intake", "reference", "server"],
  testkit: ["core", "reference", "server"],
  web: [],
};

/** What is wrong with one import, if anything. */
export function refuse(edge: Edge, floors: Floors): Refusal[] {
  return [
    ...unresolved(edge),
    ...forbidden(edge),
    ...ofTests(edge),
    ...layered(edge),
    ...floored(edge, floors),
  ];
}

/** Imports for types are the compiler's affair: their packages may hold declarations only. */
function unresolved({ found, says, typeOnly }: Edge): Refusal[] {
  if (found || typeOnly || says.startsWith("virtual:")) return [];
  const sentence = `"${says}" leads nowhere; write an existing file with its ending, or an installed package`;
  return [{ rule: "imports/unresolved", sentence }];
}

function forbidden({ says }: Edge): Refusal[] {
  if (says !== "xlsx" && !says.startsWith("xlsx/")) return [];
  return [
    { rule: "imports/forbidden", sentence: "xlsx is frozen with known faults; read spreadsheets with hucre" },
  ];
}

function ofTests({ from, to, says }: Edge): Refusal[] {
  if (isTest(from) || !isTest(to)) return [];
  return [{ rule: "imports/test", sentence: `"${says}" is there for tests; what runs imports none of it` }];
}

function layered(edge: Edge): Refusal[] {
  const from = packageOf(edge.from);
  const to = packageOf(edge.to);
  if (from === undefined || to === undefined || from === to) return [];
  if (edge.says.startsWith(".")) {
    const sentence = `"${edge.says}" reaches into another package; import it as @iltizam/${to}`;
    return [{ rule: "imports/package-path", sentence }];
  }
  const allowed = layers[from];
  if (allowed === undefined || allowed.includes(to)) return [];
  if (to === "testkit" && isTest(edge.from)) return [];
  if (from === "web" && edge.typeOnly) return [];
  const may = allowed.length === 0 ? "nothing of ours" : allowed.join(", ");
  return [{ rule: "imports/layer", sentence: `${from} imports ${to}; ${from} may import ${may}` }];
}

const packageOf = (file: string) => /^packages\/([^/]+)\//.exec(file)?.[1];

/** Inside core: only lower floors, and only through their index.ts. */
function floored(edge: Edge, floors: Floors): Refusal[] {
  const from = coreFolder(edge.from);
  const to = coreFolder(edge.to);
  if (from === undefined || to === undefined || from === to) return [];
  if (!standsAbove(floors, from, to)) {
    const below = floors
      .slice(0, Math.max(floorOf(floors, from), 0))
      .flat()
      .join(", ");
    const sentence = `${from} imports ${to}, which is not below it; below ${from}: ${below || "nothing"}`;
    return [{ rule: "imports/floor", sentence }];
  }
  if (edge.to === `packages/core/src/${to}/index.ts` && edge.says.startsWith("../")) return [];
  return [
    { rule: "imports/door", sentence: `"${edge.says}" goes around the door; import ../${to}/index.ts` },
  ];
}
