// What a clause may ask the register for, in the reader's words: for the chooser, for the chips, for what is refused.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type IntlShape, useIntl } from "react-intl";
import { type Askable, draftNames, type TextLanguage } from "../api/drafting.ts";
import type { KnownNames } from "./strange-name.ts";

export interface ShownName {
  readonly key: string;
  /** agreement, party, commitment …; list for what fills a line. */
  readonly group: string;
  /** «Placements · number»: whole, as the chooser says it. */
  readonly words: string;
  /** «Promise 1 · number»: as it stands in a line. */
  readonly short: string;
  /** As the text would say it now; empty when the register says nothing. */
  readonly value: string;
  /** «proposed for this text · CONV-9/1» */
  readonly from: string;
  readonly isFigure: boolean;
}

export interface Names {
  readonly shown: readonly ShownName[];
  readonly find: (key: string) => ShownName | undefined;
  readonly known: KnownNames;
  /** A few of the names that are accepted, in one line. */
  readonly accepted: string;
}

/** Null until they are read. */
export function useNames(agreement: string, language: TextLanguage, isAsked: boolean): Names | null {
  const intl = useIntl();
  const { data } = useQuery({ ...draftNames(agreement), enabled: isAsked });
  return useMemo(() => {
    if (data === undefined) return null;
    const shown = [
      ...data.names.map((one) => shownName(intl, one, language)),
      ...data.lists.map((one) => shownList(intl, one)),
    ];
    const byKey = new Map(shown.map((one) => [one.key, one]));
    const known = {
      names: new Set(data.names.map(({ key }) => key)),
      lists: new Set(data.lists.map(({ key }) => key)),
    };
    const few = shown.filter(({ isFigure, group }) => isFigure && group !== "list").slice(0, 3);
    const accepted = intl.formatList(
      few.map(({ key, short }) => `${leftToRight(`{${key}}`)} (${short})`),
      { type: "disjunction" },
    );
    return { shown, known, accepted, find: (key) => byKey.get(key) };
  }, [data, intl, language]);
}

function shownName(intl: IntlShape, one: Askable, language: TextLanguage): ShownName {
  const { key, thing, about, reference, figure, basis } = one;
  const field = intl.formatMessage({ id: `drafting.field.${one.field}` });
  const number = key.split(".").slice(1, -1).join(".");
  const short = intl.formatMessage({ id: `drafting.short.${thing}` }, { number });
  const called = about === null ? short : ((intl.locale.startsWith("ar") ? about.ar : null) ?? about.fr);
  const rests = intl.formatMessage({ id: `drafting.basis.${basis ?? "register"}` });
  return {
    ...{ key, group: thing, isFigure: figure, value: one.words[language] },
    words: `${called} · ${field}`,
    short: `${short} · ${field}`,
    from: reference === null || thing === "agreement" ? rests : `${rests} · ${reference}`,
  };
}

function shownList(intl: IntlShape, { key, lines }: { key: string; lines: number }): ShownName {
  const words = intl.formatMessage({ id: `drafting.list.${key}` });
  const value = intl.formatMessage({ id: "drafting.lineCount" }, { count: lines });
  const from = intl.formatMessage({ id: "drafting.ownLine" });
  return { key, words, short: words, value, from, group: "list", isFigure: true };
}

/** A name in braces is read from left to right in a line of either direction. */
export const leftToRight = (words: string) => `\u2066${words}\u2069`;

/** A wording with the words of what it asks for, for reading: «Promise 1 · number: 1 500» in place of a name in braces. */
export const inWords = (text: string, names: Names | null): string =>
  text.replace(/\{([^{}]*)\}/gu, (whole, key: string) => {
    const found = names?.find(key);
    return found === undefined ? whole : `[${[found.short, found.value].filter(Boolean).join(" : ")}]`;
  });
