// The names of a file of results go to the vault in a second reading of the file: who each person is must be known first,
// and no name may lie in a table, not even a temporary one.
import type { ActContext, Space } from "../kernel/index.ts";
import { type NamedPerson, sealPersons } from "../people/index.ts";
import { isCellRefusal, openSheet, type SheetFile } from "../sheets/index.ts";
import { documentIn, type ResultLine } from "./read-result.ts";
import { resultsSheet } from "./sheet.ts";

const batchSize = 2000;

/** Seals the names that the file gives of persons whom the vault does not name yet. */
export async function sealNames(ctx: ActContext, file: Omit<SheetFile, "rows">, space: Space): Promise<void> {
  if (!file.columns.includes("first_name") && !file.columns.includes("last_name")) return;
  const again = await openSheet(file.path, resultsSheet);
  let batch: NamedPerson[] = [];
  for await (const { values } of again.rows()) {
    const person = values === undefined ? null : personIn(values);
    if (person !== null) batch.push(person);
    if (batch.length < batchSize) continue;
    await sealPersons(ctx, space, batch);
    batch = [];
  }
  if (batch.length > 0) await sealPersons(ctx, space, batch);
}

function personIn(line: ResultLine): NamedPerson | null {
  const name = [line.first_name, line.last_name].filter((part) => part !== null).join(" ");
  if (name === "") return null;
  try {
    const document = documentIn(line);
    return document === null ? null : { document, fields: { name } };
  } catch (error) {
    if (isCellRefusal(error)) return null;
    throw error;
  }
}
