// Every proposed value becomes an assertion with its exact passage, set-wise.
import type { ActContext } from "../kernel/index.ts";
import { assertValues, quotePassages } from "../sources/index.ts";
import type { ProposedValue } from "./proposed-values.ts";
import { placeId } from "./recording.ts";

/** The assertion ids by the path of their value. */
export async function recordValues(
  ctx: ActContext,
  documentId: string,
  values: readonly ProposedValue[],
  known: { readonly places: ReadonlyMap<string, string>; readonly people: ReadonlyMap<string, string> },
): Promise<Map<string, string>> {
  const passages = await quotePassages(
    ctx,
    documentId,
    values.map(({ passage }) => ({
      start: passage.start,
      end: passage.end,
      page: passage.page,
      content: passage.text,
    })),
  );
  const ids = await assertValues(
    ctx,
    values.map(({ path: _, passage: __, saidBy, territory, populations, ...value }, index) => ({
      ...value,
      documentId,
      passageId: passages[index] ?? "",
      saidBy: saidBy === null ? null : (known.people.get(saidBy) ?? null),
      populations: [...populations],
      territoryId: placeId(known.places, territory),
    })),
  );
  return new Map(values.map((value, index) => [value.path, ids[index] ?? ""]));
}
