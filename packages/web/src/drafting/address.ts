import { only, readSharedSearch } from "../app/address.ts";

/** Which version is read (without one, the text as it stands now), and in which language or both. */
export const readDraftSearch = (given: Record<string, unknown>) =>
  only({
    ...readSharedSearch(given),
    version: numberOf(given.version),
    text: given.text === "fr" || given.text === "ar" || given.text === "both" ? given.text : undefined,
    /** The version that the one that is read is laid beside. */
    beside: numberOf(given.beside),
    /** The version of the templates whose text is laid beside the one of now. */
    template: numberOf(given.template),
  });

const numberOf = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isInteger(value) && value > 0 ? value : undefined;
