// npm run fuzz [-- --seed TEXT] [--requests N] [--only KIND|ADDRESS] [--few] [--keep]

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fuzz } from "./fuzz.ts";
import { openHouse } from "./house/open-house.ts";
import { kinds } from "./kinds/index.ts";
import { tallyLines } from "./tally.ts";

const usage = `npm run fuzz -- [options]
  --seed TEXT      draws the same requests again; without it a new one is drawn and printed
  --requests N     how many (default 100000)
  --only WORD      one kind, or the addresses whose method and path contain it
  --few            a few situations of the fictional region instead of the whole demo
  --keep           leaves the server running at the end, for the curl lines; ends on Ctrl-C
Kinds: ${kinds.map(({ name }) => name).join(", ")}`;

const { values } = parseArgs({
  options: {
    ...{
      seed: { type: "string" },
      requests: { type: "string", default: "100000" },
      only: { type: "string" },
    },
    ...{ few: { type: "boolean", default: false }, keep: { type: "boolean", default: false } },
    help: { type: "boolean", short: "h", default: false },
  },
});
process.exitCode = values.help ? tellUsage() : await main();

function tellUsage(): number {
  console.log(usage);
  return 0;
}

async function main(): Promise<number> {
  const seed = values.seed ?? randomBytes(6).toString("hex");
  const requests = Number(values.requests);
  if (!Number.isInteger(requests) || requests < 1) {
    console.error(`--requests takes a whole number from 1, not “${values.requests}”`);
    return 2;
  }
  const tell = (text: string) => process.stderr.write(`${text}\n`);
  tell(`seed ${seed}, ${requests} requests`);
  const house = await openHouse({ whole: !values.few, tell });
  try {
    tell(`${house.api.operations.length} addresses at ${house.address}`);
    const stop = stopSignal();
    const start = Date.now();
    let told = 0;
    const progress = (done: number) => {
      if (Date.now() - told < 5000 && done < requests) return;
      told = Date.now();
      tell(`${done} of ${requests}, ${Math.round((done * 1000) / (told - start + 1))} a second`);
    };
    const { findings, tally } = await fuzz(house, { seed, requests, only: values.only, progress, stop });
    console.log(tallyLines(tally).join("\n"));
    for (const { kind, fault, where, number, curl, request } of findings) {
      console.log(`\n${where}  [${kind}${number === null ? "" : `, ${number}`}]\n  ${fault}\n  ${curl}`);
      const told = loggedAbout(house.dataDir, request);
      if (told !== undefined) console.log(`  ${told}`);
    }
    console.log(findings.length === 0 ? "\nno finding" : `\n${findings.length} findings; seed ${seed}`);
    if (values.keep) await untilStopped(house.address, tell);
    return findings.length === 0 ? 0 : 1;
  } finally {
    await house.close();
  }
}

/** What the server's log says of a request: the error, and where in our own code it came from. */
function loggedAbout(dataDir: string, request: string | undefined): string | undefined {
  if (request === undefined) return undefined;
  const log = readFileSync(join(dataDir, "logs/server.log"), "utf8").split("\n");
  const line = log.find((text) => text.includes(request) && text.includes('"unexpected"'));
  if (line === undefined) return undefined;
  const { message, stack = "" } = JSON.parse(line) as { message: string; stack?: string };
  const own = [...stack.matchAll(/packages\/(?:core|server)\/src\/([^\s)]+)/g)].map(([, place]) => place);
  return `log: ${message} (${own
    .filter((place) => !place?.startsWith("kernel/"))
    .slice(0, 3)
    .join(" < ")})`;
}

/** At the first Ctrl-C the run ends in order, with its findings and without leaving a database behind. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
  return stopping.signal;
}

function untilStopped(address: string, tell: (text: string) => void): Promise<void> {
  tell(`the server stays at ${address}; Ctrl-C ends it`);
  return new Promise((done) => {
    process.once("SIGINT", () => done());
    process.once("SIGTERM", () => done());
  });
}
