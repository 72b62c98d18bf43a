// npm run fuzz [-- --seed TEXT] [--requests N] [--only KIND|ADDRESS] [--few] [--keep]

import { randomBytes } from "node:crypto";
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
    const start = Date.now();
    let told = 0;
    const progress = (done: number) => {
      if (Date.now() - told < 5000 && done < requests) return;
      told = Date.now();
      tell(`${done} of ${requests}, ${Math.round((done * 1000) / (told - start + 1))} a second`);
    };
    const { findings, tally } = await fuzz(house, { seed, requests, only: values.only, progress });
    console.log(tallyLines(tally).join("\n"));
    for (const { kind, fault, where, number, curl } of findings) {
      console.log(`\n${where}  [${kind}${number === null ? "" : `, ${number}`}]\n  ${fault}\n  ${curl}`);
    }
    console.log(
      findings.length === 0 ? "\nno finding" : `\n${findings.length} different findings; seed ${seed}`,
    );
    if (values.keep) await untilStopped(house.address, tell);
    return findings.length === 0 ? 0 : 1;
  } finally {
    await house.close();
  }
}

function untilStopped(address: string, tell: (text: string) => void): Promise<void> {
  tell(`the server stays at ${address}; Ctrl-C ends it`);
  return new Promise((done) => {
    process.once("SIGINT", () => done());
    process.once("SIGTERM", () => done());
  });
}
