/** A page of a document: UTF-16 offsets into its text, `end` excluded. Without text the two are the same. */
export interface DocumentPage {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** What a file says, whatever its kind. */
export interface ReadDocument {
  readonly text: string;
  /** Only where the file has pages (pdf). */
  readonly pages?: readonly DocumentPage[];
  /** The language that the file itself declares (`fr`, `ar`, `en` …); what its words are in may differ. */
  readonly language?: string;
}

export const megabyte = 1_000_000;
/** A press article has 5,000 characters, a long agreement 100,000. */
export const limits = { bytes: 20 * megabyte, unpackedBytes: 200 * megabyte, characters: 200_000 } as const;

export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** `fr` of `fr-MA`; undefined for what is no language tag. */
export function mainLanguage(tag: string | null | undefined): string | undefined {
  return /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag ?? "")?.[1]?.toLowerCase();
}
