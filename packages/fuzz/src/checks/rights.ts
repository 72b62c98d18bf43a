// Which permission each act asks for, and what each of the askers holds: read from the folders and from the answers of
// the server, not from what the acts themselves decide.

import { coreFolders, folderPath, systemActor } from "@iltizam/core/kernel";
import type { Asker } from "../house/who-asks.ts";
import type { Rights } from "./check-rows.ts";

interface ActLike {
  readonly kind: "act";
  readonly actName: string;
  readonly permission: string;
}

const isAct = (value: unknown): value is ActLike =>
  typeof value === "function" && (value as Partial<ActLike>).kind === "act";

export async function readRights(address: string, askers: readonly Asker[]): Promise<Rights> {
  const permissionOf = new Map<string, string>();
  for (const folder of coreFolders()) {
    const module = (await import(new URL("index.ts", folderPath(folder)).href)) as Record<string, unknown>;
    for (const act of Object.values(module).flatMap(actsIn)) permissionOf.set(act.actName, act.permission);
  }
  const held = new Map<string, ReadonlySet<string>>([[systemActor.id, new Set(["*"])]]);
  for (const { id, headers } of askers) {
    const me = (await (await fetch(`${address}/api/v1/me`, { headers })).json()) as { permissions: string[] };
    held.set(id, new Set([...me.permissions, ...everybody]));
  }
  return { permissionOf, held };
}

/** What whoever enters may. */
const everybody = ["door.enter", "door.own_account"];

/** Acts by themselves, and those behind a list of routes. */
function actsIn(value: unknown): ActLike[] {
  if (isAct(value)) return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((route: unknown) => {
    const { act } = (route ?? {}) as { act?: unknown };
    return isAct(act) ? [act] : [];
  });
}
