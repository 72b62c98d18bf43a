// A run: so many requests, each drawn from the seed and its own number, and then a look at what they left behind.
import { type Chance, chanceOf } from "@iltizam/server/demo";
import pg from "pg";
import { afterwards } from "./checks/afterwards.ts";
import { answerChecker, type Exchange } from "./checks/check-answer.ts";
import { rowsBefore } from "./checks/check-rows.ts";
import { readRights } from "./checks/rights.ts";
import { recordedUntold, watchJournal } from "./checks/watch-journal.ts";
import type { Finding } from "./finding.ts";
import type { House } from "./house/open-house.ts";
import { type Asker, nobodyId } from "./house/who-asks.ts";
import { kinds } from "./kinds/index.ts";
import { askedOf } from "./requests/draft.ts";
import { makeDraft } from "./requests/make-draft.ts";
import type { Operation } from "./requests/read-api.ts";
import { curlLine } from "./send/curl-line.ts";
import { openLine } from "./send/send.ts";
import { newTally, type Tally } from "./tally.ts";

export interface Run {
  readonly seed: string;
  readonly requests: number;
  /** A kind, or a part of an address (`POST /api/v1/results`). */
  readonly only?: string | undefined;
  readonly progress?: (done: number, tally: Tally) => void;
  /** Ends the run early, with what was found until then. */
  readonly stop?: AbortSignal;
}

interface Sent extends Exchange {
  readonly number: number;
  readonly kind: string;
  readonly asker: Asker;
}

const atOnce = 16;
const batch = 64;
/** Of one fault at one address, so many are shown: they may have more causes than one. */
const examples = 4;

export async function fuzz(house: House, run: Run): Promise<{ findings: readonly Finding[]; tally: Tally }> {
  const client = new pg.Client({ connectionString: house.superuserUrl });
  await client.connect();
  const line = openLine(house.address);
  try {
    const { draw, check } = { draw: drawer(house, run), check: answerChecker(house.api) };
    const rights = await readRights(house.address, house.askers.all);
    const before = await rowsBefore(client);
    const journal = await watchJournal(client);
    const tally = newTally();
    const findings = new Map<string, Finding[]>();
    const note = (finding: Finding) => {
      const key = `${finding.where} ${finding.fault.replace(/^\w+: /, "").replace(/\d+/g, "0")}`;
      tally.found(finding.kind);
      const alike = findings.get(key) ?? [];
      if (alike.length < examples) findings.set(key, [...alike, finding]);
    };
    const early = await warmUp(house, line);
    for (let done = 0; done < run.requests; done += batch) {
      const sent = await sendBatch(line, draw, done, Math.min(batch, run.requests - done));
      for (const one of sent) {
        tally.add(one.kind, one.answer);
        if (one.answer.status === 200) house.known.learn(safelyParsed(one.answer.text));
        for (const fault of check(one)) note(findingOf(house, one, fault));
      }
      for (const finding of untold(house, sent, await journal.since())) note(finding);
      if (sent.some(({ asker, answer }) => answer.status === 401 && asker.headers.cookie !== undefined))
        await house.askers.renew();
      await journal.since();
      run.progress?.(Math.min(run.requests, done + batch), tally);
      if (!house.server.lives() || run.stop?.aborted) break;
    }
    for (const finding of await afterwards(house, { client, before, rights, early })) note(finding);
    return { findings: [...findings.values()].flat(), tally };
  } finally {
    line.close();
    await client.end();
  }
}

type Draw = (number: number) => Omit<Sent, "answer">;

/** The request of a number: the same seed and number give the same request in the same house. */
function drawer(house: House, { seed, only }: Run): Draw {
  const wantedKinds = kinds.filter(({ name }) => name === only);
  const wantedOperations = house.api.operations.filter(({ id }) => only !== undefined && id.includes(only));
  const fromKinds = wantedKinds.length > 0 ? wantedKinds : kinds;
  const fromOperations = wantedOperations.length > 0 ? wantedOperations : house.api.operations;
  const all = chanceOf(seed);
  return (number) => {
    const chance = all.sub(String(number));
    const operation = pickOperation(chance, fromOperations);
    const kind = chance.pick(fromKinds);
    const asker = pickAsker(chance, house.askers.all);
    const { api, known, address } = house;
    const plain = makeDraft({ api, chance, known }, operation);
    const draft = kind.apply({ ...plain, headers: asker.headers }, { chance, known, address });
    const documented =
      draft.target === undefined && draft.method === operation.method && draft.wire === undefined;
    // Without its name the address of one thing is that of the list.
    const shown = documented && !Object.values(draft.inPath).includes("") ? operation : undefined;
    return { number, kind: kind.name, asker, asked: askedOf(draft), operation: shown };
  };
}

/** A recount of the whole ledger is asked for, and not half of the time. */
function pickOperation(chance: Chance, operations: readonly Operation[]): Operation {
  const operation = chance.pick(operations);
  return operation.path.endsWith("/ledger/verification") && !chance.happens(0.05)
    ? chance.pick(operations)
    : operation;
}

/** Who may do everything gets furthest in: half of all requests are hers. */
function pickAsker(chance: Chance, askers: readonly Asker[]): Asker {
  const [administrator] = askers;
  return administrator !== undefined && chance.happens(0.45) ? administrator : chance.pick(askers);
}

async function sendBatch(
  line: ReturnType<typeof openLine>,
  draw: Draw,
  from: number,
  count: number,
): Promise<Sent[]> {
  const waiting = Array.from({ length: count }, (_, index) => draw(from + index));
  const sent: Sent[] = [];
  const work = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      sent.push({ ...one, answer: await line.send(one.asked) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return sent;
}

/** A server has read its modules and planned its queries before its memory is measured. */
async function warmUp(house: House, line: ReturnType<typeof openLine>): Promise<NodeJS.MemoryUsage> {
  const [administrator] = house.askers.all;
  for (const { method, path } of house.api.operations) {
    const target = path.replace(/\{[^}]+\}/g, "x");
    if (method === "GET")
      await line.send({
        method,
        target,
        headers: administrator?.headers ?? {},
        body: undefined,
        wire: undefined,
      });
  }
  return house.server.memory();
}

function findingOf(
  house: House,
  { number, kind, operation, asked, asker, answer }: Sent,
  fault: string,
): Finding {
  const where = operation?.id ?? `${asked.method} ${asked.target.slice(0, 60)}`;
  const request = answer.headers["x-request-id"];
  return {
    kind,
    fault: `${asker.name}: ${fault}`,
    where,
    number,
    curl: curlLine(house.address, asked),
    request,
  };
}

/** Where one is nobody in particular: whoever signed out a moment ago, or complains, although she has an account. */
const openAddresses = /^\/+api\/v1\/+(?:complaints|password|sign-|access-links)/i;

/** Whoever was refused, or only asked, has recorded nothing. */
function untold(house: House, sent: readonly Sent[], rows: Parameters<typeof recordedUntold>[0]): Finding[] {
  const changing = ({ asked: { method }, answer: { status } }: Sent) =>
    method !== "GET" && method !== "HEAD" && status >= 200 && status < 300;
  const accepted = new Map<string, number>();
  for (const { asker, asked } of sent.filter(changing)) {
    const names =
      asker.id !== nobodyId && openAddresses.test(asked.target) ? [asker.id, nobodyId] : [asker.id];
    for (const id of names) accepted.set(id, (accepted.get(id) ?? 0) + 1);
  }
  const known = new Set(house.askers.all.map(({ id }) => id));
  return recordedUntold(
    rows.filter(({ actor }) => known.has(actor)),
    accepted,
  ).map((actor) => {
    const suspects = sent.filter(
      (one) => one.asker.id === actor && !changing(one) && one.answer.status >= 300,
    );
    const acts = [...new Set(rows.filter((row) => row.actor === actor).map(({ act }) => act))].join(", ");
    const [first] = suspects;
    return {
      ...{ kind: first?.kind ?? "?", where: acts, number: first?.number ?? null },
      fault: `${first?.asker.name}: something was recorded that was refused`,
      curl: suspects.map(({ asked }) => curlLine(house.address, asked)).join("\n  or: "),
    };
  });
}

function safelyParsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
