// A seeded file of results with planted repeats and overlaps: node bench/src/data/generate-results-csv.ts ROWS FILE.

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { pathToFileURL } from "node:url";

export interface Planted {
  readonly rows: number;
  /** Rows about a person who stands under the same commitment already. */
  readonly repeats: number;
  /** Rows about a person who stands under another commitment already. */
  readonly overlaps: number;
}

export interface GeneratedFile {
  readonly rows: number;
  readonly seed: number;
  /** References of the commitments, in an order that every run shares. */
  readonly commitments: readonly string[];
  readonly places: readonly string[];
  /** One row in so many is a repeat, and one is an overlap. */
  readonly oneIn: number;
}

/** A small generator of even numbers (mulberry32): the same seed gives the same file on every machine. */
function evenNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const headings =
  "commitment,date,document_type,document_number,sex,birth_date,education,milieu,place,segments,quantity,evidence,evidence_reference,external_id,note\n";

const two = (number: number) => String(number).padStart(2, "0");

/** How a person of the file is named: a passport of an invented series, never a national card. */
const documentOf = (person: number) => `Z${String(person).padStart(9, "0")}`;

interface Person {
  readonly number: number;
  readonly commitment: number;
}

/** The lines of the file, in parts, and what was planted in them. */
export async function* resultLines(file: GeneratedFile, planted: { repeats: number; overlaps: number }) {
  const below = evenNumbers(file.seed);
  const remembered: Person[] = [];
  let part = headings;
  for (let row = 0; row < file.rows; row += 1) {
    const chance = remembered.length < 1000 ? -1 : below(file.oneIn);
    const drawn = below(Math.max(1, remembered.length));
    const before = remembered[drawn];
    const again = (chance === 0 || chance === 1) && before !== undefined;
    const fresh = { number: row, commitment: below(file.commitments.length) };
    const elsewhere = (before?.commitment ?? 0) + 1 + below(file.commitments.length - 1);
    const moved = { number: before?.number ?? row, commitment: elsewhere % file.commitments.length };
    const person = again ? (chance === 0 ? before : moved) : fresh;
    if (again && chance === 0) planted.repeats += 1;
    if (again && chance === 1) planted.overlaps += 1;
    // Only persons met once are remembered, so that each planted row has exactly one partner.
    if (again) remembered[drawn] = remembered.pop() ?? before;
    else if (remembered.length < 20_000) remembered.push(fresh);
    part += lineOf(file, person, row, below);
    if (part.length > 1 << 16) {
      yield part;
      part = "";
    }
  }
  yield part;
}

function lineOf(file: GeneratedFile, person: Person, row: number, below: (n: number) => number): string {
  const date = `202${3 + below(3)}-${two(1 + below(12))}-${two(1 + below(28))}`;
  const birth = `${1965 + (person.number % 40)}-${two(1 + (person.number % 12))}-${two(1 + (person.number % 28))}`;
  const cells = [
    file.commitments[person.commitment],
    date,
    "passport",
    documentOf(person.number),
    person.number % 2 === 0 ? "F" : "M",
    birth,
    String(person.number % 9),
    ["urban", "rural", ""][person.number % 3],
    file.places[person.number % file.places.length],
    person.number % 4 === 0 ? "youth" : "",
    "1",
    `E${1 + below(3)}`,
    `Dossier ${row % 5000}`,
    `row-${row}`,
    "",
  ];
  return `${cells.join(",")}\n`;
}

/** Writes the file. */
export async function writeResultsCsv(path: string, file: GeneratedFile): Promise<Planted> {
  const planted = { repeats: 0, overlaps: 0 };
  const out = createWriteStream(path);
  for await (const part of resultLines(file, planted)) {
    if (!out.write(part)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  return { rows: file.rows, ...planted };
}

/** The commitments of `iltizam-bench`: 20 in each of a hundred agreements. */
export function benchCommitments(agreements: number, each: number): string[] {
  return Array.from(
    { length: agreements * each },
    (_, place) => `BENCH-${1 + (place % agreements)}/${1 + Math.floor(place / agreements)}`,
  );
}

export const benchPlaces = Array.from({ length: 8 }, (_, province) => `90.${province}`);

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [rows = "1000000", path = "results.csv"] = process.argv.slice(2);
  const commitments = benchCommitments(100, 20);
  const file = { rows: Number(rows), seed: 2021, commitments, places: benchPlaces, oneIn: 20 };
  process.stdout.write(`${JSON.stringify(await writeResultsCsv(path, file))}\n`);
}
