// The passwords of the embedded database: random, made once, readable by the folder's owner alone.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "./write-whole.ts";

export interface Secrets {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

/** Reads the passwords, or makes them when the folder has none. */
export function readOrMakeSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Secrets;
  const secret = () => randomBytes(24).toString("base64url");
  const made = { superuser: secret(), owner: secret(), app: secret() };
  writeWhole(file, made, 0o600);
  return made;
}
