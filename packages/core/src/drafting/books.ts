// The versions of the templates: the one that comes with the program, and those that were loaded beside it.
import { sql } from "kysely";
import { type Db, firstRow, rows, type Space } from "../kernel/index.ts";
import { draftingErrors } from "./errors.ts";
import { bookContent, firstBook, type TemplateBook } from "./templates.ts";

/** @throws `drafting.template_unknown` with those that there are in the space */
export async function bookOf(db: Db, space: Space, version: number): Promise<TemplateBook> {
  if (version === firstBook.version) return firstBook;
  const row = await firstRow(
    db,
    sql<{ content: string; hash: string }>`
      select content, hash from text_templates where space = ${space} and version = ${version}`,
  );
  if (row === undefined)
    throw draftingErrors.template_unknown({ version, known: (await versionsKnown(db, space)).map(String) });
  return { ...bookContent.parse(JSON.parse(row.content)), version, hash: row.hash };
}

export async function versionsKnown(db: Db, space: Space): Promise<number[]> {
  const loaded = await rows(
    db,
    sql<{ version: number }>`select version from text_templates where space = ${space} order by version`,
  );
  return [firstBook.version, ...loaded.map(({ version }) => version)];
}

export const newestVersion = async (db: Db, space: Space): Promise<number> =>
  (await versionsKnown(db, space)).at(-1) ?? firstBook.version;
