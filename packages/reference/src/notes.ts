import { once, readText } from "./table.ts";

/** A press note written for the product: the facts of one article in other words, with the same ambiguities. */
export interface Note {
  readonly file: string;
  readonly text: string;
}

const FILES = ["000.txt", "001.txt", "002.txt", "003.txt", "004.txt"];

export const notes = once(() => FILES.map((file): Note => ({ file, text: readText(`notes/${file}`) })));
