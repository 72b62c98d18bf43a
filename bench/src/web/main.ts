// node bench/src/web/main.ts [FILE]: the screens in a real browser, with the demo, each figure beside what was asked of
// it; with FILE, kept for docs/performance.md.
import { writeFileSync } from "node:fs";
import { loadDemo } from "@iltizam/server/demo";
import { stopOwnTestServer } from "@iltizam/testkit/database";
import { openSite } from "../../../e2e/src/site.ts";
import { atMost, type Figure, reported } from "../bench.ts";
import { machine } from "../machine.ts";
import { median } from "../measure.ts";
import { interactions } from "./interactions.ts";
import { firstScreenScripts, manyRows, movement, paint } from "./measure-page.ts";
import type { TimedEvent } from "./observe-page.ts";

const slowed = 4;
const site = await openSite(loadDemo);
try {
  const figures = await measure();
  for (const { what, reach, measured, reached } of figures) {
    console.log(
      `${reached === null ? "     " : reached ? "ok   " : "SHORT"} ${what}: ${measured} (${reach})`,
    );
  }
  const [file] = process.argv.slice(2);
  if (file) {
    const result = { machine: machine(), on: new Date().toISOString().slice(0, 10), figures };
    writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  }
  process.exitCode = figures.some(({ reached }) => reached === false) ? 1 : 0;
} finally {
  await site.close();
  await stopOwnTestServer();
}

async function measure(): Promise<Figure[]> {
  const kilobytes = (await firstScreenScripts(site, "/agreements")) / 1000;
  const map = (await firstScreenScripts(site, "/standings/map")) / 1000;
  const paints = [];
  for (let run = 0; run < 5; run += 1) paints.push(await paint(site, "/agreements", slowed));
  const moved = await movement(site, slowed);
  const quick = await interactions(site, 1);
  const slow = await interactions(site, slowed);
  const rows = await manyRows(site, 20_000);
  tellDetails(moved, quick, slow);
  return [
    atMost("scripts of the first screen, compressed", kilobytes, 250, "kB"),
    reported("scripts of the map, compressed", map, "kB"),
    atMost(
      `largest contentful paint, processor slowed ${slowed} times, median of 5`,
      median(paints.map(({ largest }) => largest)) / 1000,
      1.5,
      "s",
    ),
    atMost(
      "layout shift of the same, greatest of 5",
      Math.max(...paints.map(({ shift }) => shift)) * 1000,
      0,
      "thousandths",
    ),
    atMost(
      `layout shift while data arrives, greatest of ${moved.length} screens`,
      (moved[0]?.shift ?? 0) * 1000,
      0,
      "thousandths",
    ),
    atMost(`interaction to next paint, the slowest: ${slowest(quick)}`, longest(quick), 200, "ms"),
    reported(`the same, processor slowed ${slowed} times: ${slowest(slow)}`, longest(slow), "ms"),
    reported("standings of 20,000 commitments, from the answer to the first rows", rows.shown / 1000, "s"),
    atMost("the same, longest task while scrolling through all of them", rows.longest, 50, "ms"),
  ];
}

function longest([first]: readonly TimedEvent[]): number {
  return first?.duration ?? 0;
}

function slowest([first]: readonly TimedEvent[]): string {
  return first?.act ?? "none took longer than a picture";
}

/** What a figure comes from: the screens that move and the events that are slow. */
function tellDetails(moved: Awaited<ReturnType<typeof movement>>, ...lists: (readonly TimedEvent[])[]): void {
  for (const { path, shift, shifts } of moved.filter(({ shift }) => shift > 0)) {
    const what = shifts.map(({ value, what }) => `${(value * 1000).toFixed(1)} ${what}`).join(", ");
    console.log(`moves ${path}: ${(shift * 1000).toFixed(1)} (${what})`);
  }
  for (const list of lists) {
    for (const { act, event, duration, waited, ran } of list.slice(0, 8)) {
      const parts = `waited ${waited.toFixed(0)}, ran ${ran.toFixed(0)}`;
      console.log(`${duration} ms ${act}: ${event} (${parts})`);
    }
    console.log("");
  }
}
