// Every act and every query of the core, asked by every role, here and there, against the table written by hand beside it.
import { readFileSync } from "node:fs";
import { ownPermissions } from "@iltizam/core/identity";
import {
  type Act,
  type Actor,
  actorOf,
  type Context,
  coreFolders,
  DomainError,
  folderPath,
  permissionsOfRole,
  type Query,
  type Role,
  type RoleGrant,
  roles,
  together,
} from "@iltizam/core/kernel";
import { type TwoOfEach, twoOfEach } from "@iltizam/testkit/two-of-each";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Gathered, gatherCore } from "../../http/index.ts";
import { type Files, idOfRole, layDesks } from "./desk.ts";
import { inputs } from "./inputs.ts";

type Callable = (Act | Query) & { readonly name?: string };

interface Line {
  readonly thing: string;
  readonly acts: readonly string[];
  readonly marks: Readonly<Record<Role, string>>;
}

function readTable(): Line[] {
  const text = readFileSync(new URL("expected.txt", import.meta.url), "utf8");
  const lines: { thing: string; acts: string[]; marks: Record<Role, string> }[] = [];
  for (const row of text.split("\n")) {
    if (row.startsWith("#") || row.trim() === "") continue;
    if (row.startsWith("  ")) {
      lines.at(-1)?.acts.push(...row.trim().split(/\s+/));
      continue;
    }
    const marks = row.slice(39).trim().split(/\s+/);
    const byRole = Object.fromEntries(roles.map((role, at) => [role, marks[at] ?? "?"]));
    lines.push({ thing: row.slice(0, 39).trim(), acts: [], marks: byRole as Record<Role, string> });
  }
  return lines;
}

const table = readTable();
const nameOf = (call: Act | Query) => (call.kind === "act" ? call.actName : call.queryName);

/** Every act and query that a core folder shows, on a route or not. */
async function allCalls(): Promise<Map<string, Act | Query>> {
  const calls = new Map<string, Act | Query>();
  for (const folder of coreFolders()) {
    const door = await import(new URL("index.ts", folderPath(folder)).href).catch(() => ({}));
    for (const value of Object.values(door as Record<string, unknown>)) {
      const call = value as Partial<Callable>;
      if (typeof value === "function" && (call.kind === "act" || call.kind === "query"))
        calls.set(nameOf(value as Act | Query), value as Act | Query);
    }
  }
  return calls;
}

let world: TwoOfEach;
let files: Files;
let gathered: Gathered;
let calls: Map<string, Act | Query>;
beforeAll(async () => {
  gathered = await gatherCore();
  calls = await allCalls();
  for (const { route } of gathered.routes) {
    const call = route.method === "GET" ? route.query : route.act;
    calls.set(nameOf(call), call);
  }
  world = await twoOfEach(gathered);
  files = await layDesks(world);
});
afterAll(() => world.close());

const inRegion: readonly Role[] = ["R1", "R2", "R3", "R4", "R7"];
function actorIn(role: Role): Actor {
  const place: Omit<RoleGrant, "role"> = inRegion.includes(role)
    ? { territory: world.id("N") }
    : role === "R5" || role === "R6"
      ? { organisation: world.id("ALFA") }
      : role === "R8"
        ? { agreement: world.agreements["ALFA-N"].id }
        : {};
  const who = { id: idOfRole(role), kind: "user", label: role } as const;
  const { grants } = actorOf(who, [{ role, ...place }], gathered.permissions);
  // what the door gives everybody who has signed in
  return { ...who, grants: [...grants, { permissions: [...ownPermissions, "door.enter"], own: true }] };
}

type Outcome = "reached" | "absent" | "refused";
const undo = new Error("undo");

/** What became of a call, which is undone: it was let through, its object does not exist, or it was refused. */
async function outcome(call: Act | Query, actor: Actor, input: object): Promise<Outcome> {
  const ctx: Context = { ...world.ctx, actor };
  try {
    await together(ctx, "test", async (inner) => {
      await call(inner, input);
      throw undo;
    });
  } catch (error) {
    if (error === undo || (error as Error).message === "the import leaves nothing behind") return "reached";
    if (!(error instanceof DomainError)) throw error;
    if (error.code === "kernel.input_invalid") throw error;
    if (error.status === 403 && error.code.startsWith("kernel.")) return "refused";
    return error.status === 404 ? "absent" : "reached";
  }
  throw new Error("a transaction that is undone ended well");
}

const meaning: Readonly<Record<string, readonly [here: Outcome, there: Outcome]>> = {
  h: ["reached", "absent"],
  r: ["reached", "refused"],
  b: ["reached", "reached"],
  l: ["reached", "reached"],
  n: ["absent", "absent"],
  ".": ["refused", "refused"],
};

test("every act and query of the core stands in one line of the table, and has an input here", () => {
  const listed = table.flatMap(({ acts }) => acts);
  expect(listed.filter((name, at) => listed.indexOf(name) !== at)).toEqual([]);
  expect([...listed].sort()).toEqual([...calls.keys()].sort());
  expect(Object.keys(inputs).sort()).toEqual([...listed].sort());
});

describe.each(table)("$thing", ({ acts, marks }) => {
  test.each(acts)("%s", async (name) => {
    const [call, input] = [calls.get(name), inputs[name]];
    if (call === undefined || input === undefined) throw new Error(`${name} cannot be asked`);
    const asked = async (role: Role): Promise<string> => {
      const { "ALFA-N": here, "BETA-S": there } = files;
      const [first, second] = [
        await outcome(call, actorIn(role), input(here, world.id)),
        await outcome(call, actorIn(role), input(there, world.id)),
      ];
      return `${role} here ${first}, there ${second}`;
    };
    const expected = roles.map((role) => {
      const [here, there] = meaning[marks[role]] ?? ["?", "?"];
      return `${role} here ${here}, there ${there}`;
    });
    const found: string[] = [];
    for (const role of roles) found.push(await asked(role));
    expect(found).toEqual(expected);
  });
});

test("no role is without a column, and what a role cannot do at all it has no permission for", () => {
  for (const { acts, marks } of table) {
    for (const name of acts) {
      const permission = calls.get(name)?.permission ?? "";
      const holders = roles.filter((role) =>
        permissionsOfRole(role, gathered.permissions).includes(permission),
      );
      const marked = roles.filter((role) => marks[role] !== ".");
      // a right that the role's place never reaches is a dot too: a committee's secretary and a partner's page
      expect([name, marked.filter((role) => !holders.includes(role))]).toEqual([name, []]);
    }
  }
});

test("lists hold what a role may see of the four agreements and two programmes, written by hand", async () => {
  const list = calls.get("agreements.list") as Query;
  const seen = async (...grants: RoleGrant[]) => {
    const actor = actorOf({ id: world.id("ALFA"), kind: "user", label: "x" }, grants, gathered.permissions);
    const { agreements } = (await list({ ...world.ctx, actor }, { space: "simulated" })) as {
      agreements: { reference: string }[];
    };
    return agreements
      .map(({ reference }) => reference)
      .sort()
      .join(" ");
  };
  const { id } = world;
  expect(await seen({ role: "R5", organisation: id("ALFA") })).toBe("ALFA-N ALFA-PROGRAMME ALFA-S");
  expect(await seen({ role: "R5", organisation: id("BETA") })).toBe("BETA-N BETA-PROGRAMME BETA-S");
  expect(await seen({ role: "R7", territory: id("N") })).toBe("ALFA-N BETA-N");
  // what a council funds, wherever it lies
  expect(await seen({ role: "R7", organisation: id("COUNCIL-S") })).toBe("ALFA-S BETA-S");
  expect(await seen({ role: "R7", territory: id("N1") })).toBe("");
  expect(await seen({ role: "R9", territory: id("MA") })).toBe(
    "ALFA-N ALFA-PROGRAMME ALFA-S BETA-N BETA-PROGRAMME BETA-S",
  );
  expect(await seen({ role: "R4", territory: id("N"), organisation: id("ALFA") })).toBe("ALFA-N");
  expect(await seen({ role: "R8", agreement: world.agreements["BETA-S"].id })).toBe("BETA-S");
  expect(await seen({ role: "R5", organisation: id("ALFA") }, { role: "R4", territory: id("N") })).toBe(
    "ALFA-N ALFA-PROGRAMME ALFA-S BETA-N",
  );
  expect(await seen({ role: "R10" })).toBe("ALFA-N ALFA-PROGRAMME ALFA-S BETA-N BETA-PROGRAMME BETA-S");
});

describe("the same person on two sides", () => {
  const person = (...grants: RoleGrant[]) =>
    actorOf({ id: world.id("ALFA"), kind: "user", label: "Salma" }, grants, gathered.permissions);
  const judging = ["agreements.approve", "agreements.send_back", "organisations.verify", "results.verify"];

  test.each(judging)(
    "%s is refused to who also stands in the file for the partner, and said so",
    async (name) => {
      const call = calls.get(name);
      const input = inputs[name];
      if (call === undefined || input === undefined) throw new Error(name);
      const both = person({ role: "R4" }, { role: "R5", organisation: world.id("ALFA") });
      const ask = (actor: Actor, file: "ALFA-N" | "BETA-S") =>
        call({ ...world.ctx, actor }, input(files[file], world.id));
      await expect(ask(both, "ALFA-N")).rejects.toMatchObject({ code: "kernel.both_sides" });
      expect(await outcome(call, both, input(files["BETA-S"], world.id))).toBe("reached");
      expect(await outcome(call, person({ role: "R4" }), input(files["ALFA-N"], world.id))).toBe("reached");
    },
  );

  test("who records a result does not verify it, though she may verify others", async () => {
    const actor = person({ role: "R2" }, { role: "R4" });
    const { commitment, person: subject } = world.agreements["ALFA-S"];
    const told = { commitment, source: "seule", date: "2026-02-25", age: 30, subject: { id: subject } };
    const ctx = { ...world.ctx, actor };
    const [record, verify] = [calls.get("results.record") as Act, calls.get("results.verify") as Act];
    const { fact } = (await record(ctx, told)) as { fact: string };
    await expect(verify(ctx, { fact, evidence: 2 })).rejects.toMatchObject({ code: "results.own_record" });
  });
});

test("a controller changes nothing but complaints, which are hers: every other act refuses her, and sensitive populations are not shown", async () => {
  const controller = actorIn("R10");
  for (const [name, call] of calls) {
    const input = inputs[name];
    // that she has looked at her own work is noted for herself
    if (call.kind !== "act" || input === undefined || /^complaints\.|^work\.look$/.test(name)) continue;
    // her own account is hers
    if (call.permission.startsWith("door.")) continue;
    const found = await outcome(call, controller, input(files["ALFA-N"], world.id));
    expect(`${name} ${found}`).toBe(`${name} refused`);
  }
  const read = calls.get("results.fact") as Query;
  const { fact } = world.agreements["ALFA-N"];
  const shown = async (actor: Actor) =>
    ((await read({ ...world.ctx, actor }, { fact })) as { fact: { segments: string[] } }).fact.segments;
  expect(await shown(controller)).toEqual(["youth"]);
  expect(await shown(actorIn("R2"))).toEqual(["disability", "youth"]);
});
