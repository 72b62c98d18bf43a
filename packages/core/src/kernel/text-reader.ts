// The port to what reads texts: containers (pdf, docx, html), the language engine and its lexicons live outside the core.
import type { PartialDate } from "./dates.ts";
import type { Locale } from "./messages.ts";

export interface FileToRead {
  readonly bytes: Uint8Array;
  /** With its ending, which tells how it is read. */
  readonly name: string;
  /** Where the person who opens it knows it. */
  readonly publishedOn: PartialDate | null;
}

export interface TextRead {
  /** A draft in the format `iltizam-draft/1`, which whoever takes it checks. */
  readonly draft: unknown;
  /** Pages that hold no text, most often pictures. */
  readonly pagesWithoutText: readonly number[];
  /** The reader's own sentences in the three languages, by the one that stands in the draft. */
  readonly words: Readonly<Record<string, Readonly<Record<Locale, string>>>>;
}

/** A body that the reader knows, with the names that it bears in every language. */
export interface NamedBody {
  readonly kind: string;
  /** Two letters of ISO 3166; empty when it is of no country. */
  readonly country: string;
  readonly names: readonly { readonly name: string; readonly language: Locale }[];
}

export interface TextReader {
  /** Reads beside the server's own work, within a time limit. @throws what the reader refuses, as a domain error */
  read(file: FileToRead): Promise<TextRead>;
  /** Whether the words alone give the value by a named rule: a number, an amount, a date, a period, months. */
  gives(words: string, value: unknown): boolean;
  /** The body that these words name; null when the reader knows none. */
  bodyNamed(words: string): NamedBody | null;
}
