// Every core folder's routes, guards and permissions, found by the folder: nobody edits a central list.
import { existsSync } from "node:fs";
import {
  coreFolders,
  folderPath,
  type Guard,
  joinPermissions,
  kernelErrors,
  type PermissionTable,
  type Route,
  type WorkQuestion,
} from "@iltizam/core/kernel";
import { httpErrors } from "./errors.ts";

export interface GatheredRoute {
  readonly folder: string;
  readonly route: Route;
}

export interface Gathered {
  readonly routes: readonly GatheredRoute[];
  readonly guards: Readonly<Record<string, Guard>>;
  /** Every permission and the roles that hold it. */
  readonly permissions: PermissionTable;
  /** What each folder asks for somebody's work. */
  readonly work?: readonly WorkQuestion[];
  /** What anybody may who has not signed in. */
  readonly publicPermissions?: readonly string[];
  /** What whoever opened a one-time link may, by the kind of object that the link is for. */
  readonly linkPermissions?: Readonly<Record<string, readonly string[]>>;
}

type FolderModule = Readonly<Record<string, unknown>>;

/**
 * Reads all folders, from the ground floor up.
 * @throws `http.route_twice`, `kernel.permission_twice`, `kernel.permission_unknown`
 */
export async function gatherCore(): Promise<Gathered> {
  const folders = await Promise.all(
    coreFolders()
      .filter(hasDoor)
      .map(async (folder) => {
        return { folder, module: (await import(doorOf(folder).href)) as FolderModule };
      }),
  );
  const routes = folders.flatMap(({ folder, module }) =>
    exported(module, /^(routes|\w+Routes)$/).flatMap((list) =>
      (list as readonly Route[]).map((route) => ({ folder, route })),
    ),
  );
  refuseDuplicates(routes);
  const guards = folders.flatMap(({ module }) => exported(module, /^(guards|\w+Guards)$/));
  const tables = folders.flatMap(({ module }) => exported(module, /^permissions$/));
  const permissions = joinPermissions(tables as PermissionTable[]);
  for (const { route } of routes) requireHolders(route, permissions);
  return {
    ...{ routes, permissions, guards: Object.assign({}, ...guards) },
    work: folders.flatMap(({ module }) => exported(module, /^work$/).flat()) as WorkQuestion[],
    publicPermissions: folders.flatMap(({ module }) =>
      exported(module, /^publicPermissions$/).flat(),
    ) as string[],
    linkPermissions: Object.assign(
      {},
      ...folders.flatMap(({ module }) => exported(module, /^linkPermissions$/)),
    ),
  };
}

/** An address that nobody could be allowed is a mistake of ours, found before the door opens. */
function requireHolders(route: Route, permissions: PermissionTable): void {
  const { permission } = route.method === "GET" ? route.query : route.act;
  if (permissions[permission] !== undefined) return;
  throw kernelErrors.permission_unknown({ asked: `${route.method} ${route.path}`, permission });
}

/** What a folder's door offers under such a name: `routes`, or `sourceRoutes` where a door has a longer word for it. */
function exported(module: FolderModule, name: RegExp): unknown[] {
  return Object.entries(module).flatMap(([key, value]) =>
    name.test(key) && typeof value === "object" ? [value] : [],
  );
}

/** Two patterns are one address when they differ only in the names of their parameters. */
export function refuseDuplicates(routes: readonly GatheredRoute[]): void {
  const seen = new Map<string, string>();
  for (const { folder, route } of routes) {
    const address = `${route.method} ${route.path.replace(/:[^/]+/g, ":")}`;
    const first = seen.get(address);
    if (first !== undefined) {
      throw httpErrors.route_twice({ method: route.method, path: route.path, first, second: folder });
    }
    seen.set(address, folder);
  }
}

const doorOf = (folder: string) => new URL("index.ts", folderPath(folder));
const hasDoor = (folder: string) => existsSync(doorOf(folder));
