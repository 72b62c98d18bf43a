import { coreFolders, type Tree } from "./tree.ts";

export const floorsFile = "packages/core/floors.json";

/** The folders of core from the ground floor up; folders of one floor do not know each other. */
export type Floors = readonly (readonly string[])[];

/** Reads floors.json; a tree without core has no floors. @throws when the file is not a list of lists of names. */
export function readFloors(tree: Tree): Floors {
  if (!tree.files.includes(floorsFile)) return [];
  const { floors } = JSON.parse(tree.text(floorsFile)) as { floors?: unknown };
  const wellFormed =
    Array.isArray(floors) && floors.every((floor) => Array.isArray(floor) && floor.every(isName));
  if (!wellFormed) throw new Error(`${floorsFile} must read { "floors": [["kernel"], ["territory", …], …] }`);
  return floors as Floors;
}

const isName = (value: unknown) => typeof value === "string";

export function floorOf(floors: Floors, folder: string): number {
  return floors.findIndex((floor) => floor.includes(folder));
}

/** Whether `folder` stands above `other`, and so may import and read it. */
export function standsAbove(floors: Floors, folder: string, other: string): boolean {
  return floorOf(floors, folder) > floorOf(floors, other) && floorOf(floors, other) >= 0;
}

/** The folders of core that floors.json does not place. */
export function unplacedFolders(tree: Tree, floors: Floors): string[] {
  return coreFolders(tree).filter((folder) => floorOf(floors, folder) === -1);
}
