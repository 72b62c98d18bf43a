// The words of a printed file, in one language.

import { states } from "../agreements/index.ts";
import { type Locale, message } from "../kernel/index.ts";
import { promiseStates } from "../standings/index.ts";

const headings = [
  ...["title", "asOf", "knownOn", "prepared", "page", "simulated", "totals", "once", "agreements", "promise"],
  ...[
    "announced",
    "signed",
    "original",
    "declared",
    "realised",
    "proven",
    "deadline",
    "state",
    "parties",
    "period",
  ],
  ...[
    "elapsed",
    "money",
    "total",
    "promised",
    "called",
    "paid",
    "payerUnknown",
    "overdue",
    "decision",
    "owner",
    "due",
  ],
  ...[
    "noPromise",
    "notSaid",
    "unquantified",
    "indicator",
    "currency",
    "reference",
    "agreement",
    "reported",
    "frozen",
    "answer",
    "question",
    "askedBy",
  ],
] as const;
type Heading = (typeof headings)[number];

export interface PaperWords {
  readonly heading: Readonly<Record<Heading, string>>;
  readonly agreementState: Readonly<Record<string, string>>;
  readonly promiseState: Readonly<Record<string, string>>;
}

const table = (keys: readonly string[], say: (key: string) => string) =>
  Object.fromEntries(keys.map((key) => [key, say(key)]));

export function paperWords(lang: Locale): PaperWords {
  return {
    heading: table(headings, (key) => message(lang, "papers", `word.${key}`)) as Record<Heading, string>,
    agreementState: table(states, (key) => message(lang, "papers", `agreement.${key}`)),
    promiseState: table(promiseStates, (key) => message(lang, "papers", `promise.${key}`)),
  };
}
