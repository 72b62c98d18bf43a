// What the forms of a review may name: its agreements, organisations, persons and commitments, found or added.
import { useMemo } from "react";
import type { FormPlace, Named } from "../forms/form-place.tsx";
import type { Intake, Item } from "../model/intake.ts";
import { isObject, isValue, type Passage } from "../model/value.ts";

export function useFormPlaceOf(intake: Intake, items: readonly Item[], selected: Passage | null): FormPlace {
  const named = useMemo(() => namesIn(items), [items]);
  return useMemo(
    () => ({
      ...{ ...named, space: intake.space, selected, text: intake.draft?.source.text ?? "" },
      language: intake.draft?.source.language ?? "fr",
    }),
    [named, intake, selected],
  );
}

type Names = Pick<FormPlace, "agreements" | "organisations" | "people" | "commitments">;

function namesIn(items: readonly Item[]): Names {
  const chosen = (kind: Item["kind"], name: (item: Item) => Named) =>
    items.filter((item) => item.kind === kind).map(name);
  const added = (list: string, name: (item: Item) => Named) =>
    items.filter(({ path }) => path.startsWith(`review/${list}.+`)).map(name);
  const about =
    (...words: readonly string[]) =>
    (item: Item) => ({
      code: item.about ?? "",
      words: words.map((word) => textOf(item, word)).find((text) => text !== "") ?? "",
    });
  const own = (code: string, words: string) => (item: Item) => ({
    code: textOf(item, code),
    words: textOf(item, words),
  });
  return {
    agreements: [...chosen("agreement", about("title")), ...added("agreements", own("ref", "title"))],
    organisations: [
      ...chosen("organisation", own("reference", "name")),
      ...added("organisations", own("reference", "name")),
    ].filter(({ code }, index, all) => all.findIndex((one) => one.code === code) === index),
    people: [...chosen("person", about("name", "function")), ...added("people", own("key", "function"))],
    commitments: chosen("commitment", about("wording")),
  };
}

/** A field of what was chosen or added, as it stands now. */
function textOf(item: Item, field: string): string {
  const own = item.decision && "value" in item.decision ? item.decision.value : undefined;
  const holder = isObject(own) ? own : item.value;
  const value = isObject(holder) ? holder[field] : undefined;
  if (isValue(value)) return String(value.value ?? "");
  return typeof value === "string" ? value : "";
}
