// A file of results parsed, checked, counted by the rules and committed; beside the same rules as one SQL script.
import { atMost, type Bench, reported } from "../bench.ts";
import { compareImports } from "../import/compare-imports.ts";

const bench: Bench = {
  name: "import",
  order: 8,
  run: async (stage, { tell }) => {
    const rows = Math.min(1_000_000, stage.size.facts);
    const { product, byHandSeconds, differing, otherwise, planted } = await compareImports(rows, tell);
    if (differing > 0) throw new Error(`${differing} kept counts differ from a recount`);
    if (otherwise > 0) throw new Error(`${otherwise} nodes count otherwise than the script written by hand`);
    const what = `import of ${rows} results (${planted.repeats} repeats, ${planted.overlaps} overlaps planted)`;
    return [
      atMost(what, product.seconds, (120 * rows) / 1_000_000, "s"),
      atMost("the same, against one SQL script written by hand", product.seconds / byHandSeconds, 2, "times"),
      reported("largest memory of the importing process", product.peakMegabytes, "MB"),
    ];
  },
};
export default bench;
