// The words of an accepted application as one text, so that what becomes an agreement can cite the line that says it.
import { message } from "../kernel/index.ts";
import type { ApplicationPromise } from "./model.ts";

export interface ApplicationText {
  readonly heading: string;
  readonly whole: string;
  /** Where each line stands, by its name: `title`, `promise 1`, `granted`, `own`. */
  readonly lines: Readonly<
    Record<string, { readonly start: number; readonly end: number; readonly content: string }>
  >;
}

interface Told {
  readonly receipt: string;
  readonly organisation: string;
  readonly title: string;
  readonly summary: string | null;
  readonly promises: readonly ApplicationPromise[];
  /** Decimal strings in major units. */
  readonly asked: string;
  readonly granted: string;
  readonly own: string | null;
  readonly currency: string;
}

export function writeApplication(told: Told): ApplicationText {
  const { receipt, organisation, currency } = told;
  const say = (key: string, values: Record<string, string | number>) => message("fr", "calls", key, values);
  const heading = say("text.heading", { receipt, organisation });
  const written: [name: string, line: string][] = [
    ["heading", heading],
    ["title", told.title],
    ...(told.summary === null ? [] : [["summary", told.summary] as [string, string]]),
    ...told.promises.map(({ quantity, wording }, at): [string, string] => [
      `promise ${at + 1}`,
      say("text.promise", { number: at + 1, quantity: String(quantity), wording }),
    ]),
    ["asked", say("text.asked", { amount: told.asked, currency })],
    ["granted", say("text.granted", { amount: told.granted, currency })],
    ...(told.own === null
      ? []
      : [["own", say("text.own", { amount: told.own, currency })] as [string, string]]),
  ];
  let start = 0;
  const lines: Record<string, ApplicationText["lines"][string]> = {};
  for (const [name, content] of written) {
    lines[name] = { start, end: start + content.length, content };
    start += content.length + 1;
  }
  return { heading, whole: written.map(([, line]) => line).join("\n"), lines };
}
