// Streams a file of results into PostgreSQL: read, checked, hashed and copied row by row, so that a million rows take no
// more memory than a few.
import type { KeyRing } from "../kernel/index.ts";
import { isCellRefusal, type SheetFile, type Tally } from "../sheets/index.ts";
import { addRefusal, incomingLine, type OneSource } from "./read-result.ts";
import type { resultsSheet } from "./sheet.ts";

/** A part of COPY's stream: large enough to be few, small enough to be forgotten. */
const partLength = 1 << 16;

/** The lines of the rows that can be understood; the others go to the file's findings and to the tally. */
export async function* incomingLines(
  file: SheetFile<typeof resultsSheet.columns>,
  source: OneSource,
  keys: KeyRing | undefined,
  tally: Tally,
): AsyncGenerator<string> {
  let part = "";
  for await (const { row, values } of file.rows()) {
    tally.rows += 1;
    if (values === undefined) {
      tally.refused += 1;
      continue;
    }
    try {
      source.check(values);
      part += incomingLine(values, row, keys);
    } catch (error) {
      if (!isCellRefusal(error)) throw error;
      addRefusal(file.findings, row, error);
      tally.refused += 1;
    }
    if (part.length > partLength) {
      yield part;
      part = "";
    }
  }
  if (part !== "") yield part;
}
