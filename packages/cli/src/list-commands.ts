import { readdirSync } from "node:fs";
import type { Command } from "./command.ts";

const folder = new URL("commands/", import.meta.url);

/** The names of all commands: the files of commands/. */
export function commandNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -".ts".length))
    .sort();
}

export async function loadCommand(name: string): Promise<Command> {
  const module = (await import(new URL(`${name}.ts`, folder).href)) as { command?: Command };
  if (module.command === undefined) throw new Error(`commands/${name}.ts exports no "command"`);
  return module.command;
}

/** The command that was probably meant: the fewest letters to change, if they are few. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: distanceBetween(typed, name) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.max(2, typed.length / 2) ? best.name : undefined;
}

function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
