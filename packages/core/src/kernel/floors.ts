import { existsSync, readFileSync } from "node:fs";

const source = new URL("../", import.meta.url);

/** The address of a core folder, ending with a slash. */
export function folderPath(folder: string): URL {
  return new URL(`${folder}/`, source);
}

/** The folders of the core that exist, from the ground floor up (floors.json). */
export function coreFolders(): string[] {
  const { floors } = JSON.parse(readFileSync(new URL("../floors.json", source), "utf8")) as {
    floors: string[][];
  };
  return floors.flat().filter((folder) => existsSync(folderPath(folder)));
}
