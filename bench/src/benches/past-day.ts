// One agreement as it stood on past days: facts dated by then, as recorded by then.
import { atMost, type Bench } from "../bench.ts";
import { median, timed } from "../measure.ts";

const bench: Bench = {
  name: "past",
  order: 3,
  run: async (stage, { quick }) => {
    const server = await stage.serve();
    try {
      const times: number[] = [];
      for (let n = 0; n < (quick ? 10 : 60); n++) {
        const day = `202${3 + (n % 3)}-0${1 + (n % 9)}-15`;
        const view = n % 2 === 0 ? `asOf=${day}` : `asOf=${day}&knownOn=${day}`;
        const url = `${server.address}/api/v1/agreements/BENCH-${1 + (n % stage.size.agreements)}/standings?${view}`;
        times.push((await timed(() => fetch(url).then((response) => response.arrayBuffer()))).ms);
      }
      return [atMost("one agreement on any past day, median", median(times), 100, "ms")];
    } finally {
      await server.close();
    }
  },
};
export default bench;
