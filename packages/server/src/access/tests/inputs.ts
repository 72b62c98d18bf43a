// For each act and query an input about one agreement's file, so that the same call can be made here and there. Each part
// of the product has its own (inputs/*.ts).
import { readdirSync } from "node:fs";
import type { Input } from "./inputs/about-a-file.ts";

export type { Ids, Input } from "./inputs/about-a-file.ts";

const folder = new URL("./inputs/", import.meta.url);
const parts = await Promise.all(
  readdirSync(folder)
    .filter((name) => name !== "about-a-file.ts")
    .map((name) => import(new URL(name, folder).href) as Promise<{ inputs: Record<string, Input> }>),
);

export const inputs: Readonly<Record<string, Input>> = Object.assign({}, ...parts.map((part) => part.inputs));
