// The first page of 100 commitments ordered by lateness over all of them, with the total count.
import { atMost, type Bench } from "../bench.ts";
import { medianTime } from "../measure.ts";

const bench: Bench = {
  name: "lateness",
  order: 2,
  run: async (stage, { quick }) => {
    const server = await stage.serve();
    try {
      const ms = await medianTime(quick ? 5 : 20, async () => {
        const response = await fetch(`${server.address}/api/v1/standings/late?space=simulated&limit=100`);
        const { total, page } = (await response.json()) as { total: number; page: unknown[] };
        if (total !== stage.size.commitments || page.length !== 100) throw new Error("the page is not whole");
      });
      return [
        atMost(
          `first 100 of ${stage.size.commitments} commitments by lateness, with the count`,
          ms,
          50,
          "ms",
        ),
      ];
    } finally {
      await server.close();
    }
  },
};
export default bench;
