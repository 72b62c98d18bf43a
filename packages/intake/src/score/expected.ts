import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { PartialDate } from "../draft/model.ts";

export type ExpectedParty = { readonly name: string; readonly aliases?: readonly string[] };
export type ExpectedTarget = { readonly value: number | null; readonly indicator: string };
export type ExpectedAmount = { readonly value: string; readonly currency: string };

/** What a careful reader takes from a text: values only, no passage (docs/intake.md). */
export type Expected = {
  readonly event?: { readonly kind?: string; readonly place?: string; readonly date?: Partial<PartialDate> };
  readonly instruments: readonly {
    readonly type: string;
    readonly status: string;
    readonly count?: number | null;
    readonly signedOn?: Partial<PartialDate>;
    readonly parties?: readonly ExpectedParty[];
    readonly targets?: readonly ExpectedTarget[];
    readonly amounts?: readonly ExpectedAmount[];
  }[];
  readonly shared?: {
    readonly targets?: readonly ExpectedTarget[];
    readonly amounts?: readonly ExpectedAmount[];
  };
  readonly otherFigures?: readonly { readonly value: number; readonly kind?: string }[];
};

export type Case = {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly expected: Expected;
};

const SUFFIX = ".expected.json";

/** The cases of a folder: `NAME.expected.json` beside `NAME.txt`, or beside a text whose path begins so elsewhere. */
export function casesIn(folder: string, texts = folder): Case[] {
  const files = existsSync(texts) ? readdirSync(texts) : [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(SUFFIX))
    .sort()
    .flatMap((file) => {
      const name = basename(file, SUFFIX);
      const source =
        files.find((f) => f === `${name}.txt`) ?? files.find((f) => f.startsWith(name) && f.endsWith(".txt"));
      if (!source) return [];
      const expected: Expected = JSON.parse(readFileSync(join(folder, file), "utf8"));
      return [{ name, file: source, text: readFileSync(join(texts, source), "utf8"), expected }];
    });
}

/** The folder of the verbatim texts, beside the checkout or beside any folder above it; null where it is not. */
export function sharedTexts(from: string): string | null {
  for (let at = from; ; at = dirname(at)) {
    const candidate = join(at, "shared", "texts");
    if (existsSync(candidate)) return candidate;
    if (dirname(at) === at) return null;
  }
}
