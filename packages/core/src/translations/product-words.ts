// The product's own words whose Arabic no native professional has read: terms, lists, the catalogue, sentences.
import {
  ageBands,
  CODE_LISTS,
  type Code,
  codes,
  glossary,
  indicators,
  type Label,
  measures,
  populations,
  units,
} from "@iltizam/reference";
import { allMessages } from "../kernel/index.ts";
import type { Translation, TranslationKind } from "./model.ts";

let known: readonly Translation[] | undefined;

/** They change with a release only, so they are gathered once. */
export function productWords(): readonly Translation[] {
  known ??= [...terms(), ...lists(), ...catalogue(), ...sentences()];
  return known;
}

const said = (
  kind: TranslationKind,
  at: { readonly key: string; readonly field: string; readonly place: string },
  label: Pick<Label, "fr" | "ar">,
): Translation[] => (label.ar ? [{ kind, ...at, original: label.fr, content: label.ar }] : []);

function terms(): Translation[] {
  return glossary()
    .filter(({ arReviewed }) => !arReviewed)
    .flatMap(({ number, fr, ar, identifier }) =>
      said("term", { key: String(number), field: "label", place: identifier }, { fr, ar }),
    );
}

function lists(): Translation[] {
  const named: [string, readonly Code[]][] = [
    ...CODE_LISTS.map((list): [string, readonly Code[]] => [list, codes(list)]),
    ["units", units()],
    ["age_bands", ageBands()],
  ];
  return named.flatMap(([list, values]) =>
    values
      .filter(({ arReviewed }) => !arReviewed)
      .flatMap(({ code, label }) =>
        said("list", { key: `${list}/${code}`, field: "label", place: `${list} · ${code}` }, label),
      ),
  );
}

function catalogue(): Translation[] {
  const waiting = <One extends { readonly arReviewed: boolean }>(all: readonly One[]) =>
    all.filter(({ arReviewed }) => !arReviewed);
  const at = (code: string, field: string) => ({ key: code, field, place: code });
  return [
    ...waiting(indicators()).flatMap(({ code, label, definition }) => [
      ...said("indicator", at(code, "label"), label),
      ...said("indicator", at(code, "definition"), definition),
    ]),
    ...waiting(populations()).flatMap(({ code, label, definition }) => [
      ...said("population", at(code, "label"), label),
      ...said("population", at(code, "definition"), definition),
    ]),
    ...waiting(measures()).flatMap(({ code, label }) => said("measure", at(code, "label"), label)),
  ];
}

/** The sentences of the core; those of the screens are in the screens. */
function sentences(): Translation[] {
  const french = allMessages("fr");
  return Object.entries(allMessages("ar")).flatMap(([folder, messages]) =>
    Object.entries(messages).flatMap(([key, ar]) =>
      said(
        "message",
        { key: `${folder}/${key}`, field: "text", place: folder },
        { fr: french[folder]?.[key] ?? "", ar },
      ),
    ),
  );
}
