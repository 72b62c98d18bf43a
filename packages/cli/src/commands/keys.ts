import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { importKeys, keysText, parseKeys, peopleErrors } from "@iltizam/core/people";
import { backupErrors, newFile } from "@iltizam/server/backup";
import { keyFile } from "@iltizam/server/compose";
import { codeOf, openDataDir } from "@iltizam/server/postgres";
import { badUse, type Command, type Io } from "../command.ts";
import { dataFolder, dataOption, dataUsage } from "../connect.ts";
import { rotateIn } from "../rotate-keys.ts";
import { sayIn } from "../say.ts";

export const command: Command = {
  name: "keys",
  summary: "Export, import or change the keys of the identity vault",
  usage: `iltizam keys export FILE [--data DIR]
iltizam keys import FILE [--data DIR]
iltizam keys rotate [--data DIR]

  FILE          format iltizam-keys/1; a new file when it is exported, readable by you alone
  rotate        makes new keys and moves every person under them, while the server serves; interrupted, it goes on
                from there the next time
  ${dataUsage}

Whoever has the keys and the database can read every person: keep the file apart from the backups.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: dataOption,
    });
    const [act, given, ...more] = positionals;
    if (act === "rotate" && given === undefined) {
      await rotateIn(values, io);
      return 0;
    }
    if ((act !== "export" && act !== "import") || given === undefined || more.length > 0) {
      throw badUse("keys wants “export FILE”, “import FILE” or “rotate”.");
    }
    const file = resolve(given);
    const place = keyFile(dataFolder(values));
    if (act === "export") await exportTo(file, place, io);
    else await importFrom(file, keyFile(openDataDir(dataFolder(values))), io);
    return 0;
  },
};

async function exportTo(file: string, place: string, io: Io): Promise<void> {
  const inEnvironment = process.env.ILTIZAM_KEYS ?? "";
  if (inEnvironment === "" && !existsSync(place)) throw peopleErrors.keys_missing();
  const ring = parseKeys(inEnvironment === "" ? await readFile(place, "utf8") : inEnvironment);
  await newFile(file, (handle) => handle.appendFile(keysText(ring)));
  io.out(sayIn()("keys.exported", { file, n: ring.generations.size }));
}

async function importFrom(file: string, place: string, io: Io): Promise<void> {
  const text = await readFile(file, "utf8").catch((error) => {
    throw backupErrors.file_unreachable({ file, reason: codeOf(error) });
  });
  const ring = await importKeys(place, text);
  io.out(sayIn()("keys.imported", { place, n: ring.generations.size }));
}
