import { readdirSync } from "node:fs";
import type { Bench } from "./bench.ts";

/** Every benchmark of the folder, in the order of the table. */
export async function listBenches(): Promise<Bench[]> {
  const folder = new URL("./benches/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const modules = await Promise.all(
    names.map((name) => import(new URL(name, folder).href) as Promise<{ default: Bench }>),
  );
  return modules.map((module) => module.default).sort((a, b) => a.order - b.order);
}
