import { type Catalogue, fileOf, type Language, languages, lineOfKey, readCatalogues } from "./catalogues.ts";
import { type Shape, shapeOf } from "./icu.ts";
import { usageFindings } from "./message-use.ts";
import { type Finding, finding, type Reading, reading } from "./part.ts";
import { coreFolders, type Tree } from "./tree.ts";

const arabicLetter = /\p{Script=Arabic}/u;
const arabicForms = ["zero", "one", "two", "few", "many", "other"];

/** Every message in French, Arabic and English, valid, alike in what it asks for, and used. */
export function messages(tree: Tree): Reading {
  const { catalogues, findings } = readCatalogues(tree);
  const texts = catalogues.flatMap((catalogue) =>
    languages.flatMap((language) => [...catalogue.texts[language]]),
  );
  const all = [
    ...findings,
    ...catalogues.flatMap((catalogue) => inCatalogue(tree, catalogue)),
    ...usageFindings(tree, catalogues),
  ];
  return reading(texts.length, "messages", all, coreFolders(tree).length > 0);
}

function inCatalogue(tree: Tree, catalogue: Catalogue): Finding[] {
  const keys = new Set(languages.flatMap((language) => [...catalogue.texts[language].keys()]));
  const say = (language: Language, key: string, rule: string, sentence: string) => {
    const file = fileOf(catalogue, language);
    return finding(file, lineOfKey(tree, file, key), `messages/${rule}`, `${key}: ${sentence}`);
  };
  return [...[...keys].flatMap((key) => ofKey(catalogue, key, say)), ...staleExemptions(catalogue)];
}

type Say = (language: Language, key: string, rule: string, sentence: string) => Finding;

function ofKey(catalogue: Catalogue, key: string, say: Say): Finding[] {
  const missing = languages.filter((language) => !catalogue.texts[language].has(key));
  if (missing.length > 0)
    return missing.map((language) => say(language, key, "missing", "no text in this language"));
  const text = (language: Language) => catalogue.texts[language].get(key) ?? "";
  const shapes = languages.map((language) => ({ language, shape: attempt(text(language)) }));
  const invalid = shapes.flatMap(({ language, shape }) =>
    typeof shape === "string" ? [say(language, key, "icu", `not valid ICU (${shape})`)] : [],
  );
  const blank = languages.filter((language) => text(language).trim() === "");
  return [
    ...blank.map((language) => say(language, key, "missing", "the text is empty")),
    ...invalid,
    ...(invalid.length === 0 ? unalike(shapes as Shaped[], key, say) : []),
    ...shapes.flatMap(({ language, shape }) =>
      language === "ar" && typeof shape !== "string" ? inArabic(catalogue, key, shape, say) : [],
    ),
  ];
}

type Shaped = { readonly language: Language; readonly shape: Shape };

function attempt(text: string): Shape | string {
  try {
    return shapeOf(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function unalike(shapes: readonly Shaped[], key: string, say: Say): Finding[] {
  const all = [...new Set(shapes.flatMap(({ shape }) => shape.placeholders))];
  return shapes.flatMap(({ language, shape }) => {
    const lacking = all.filter((name) => !shape.placeholders.includes(name));
    if (lacking.length === 0) return [];
    const sentence = `lacks ${lacking.join(", ")}, which another language has; the three ask for the same`;
    return [say(language, key, "placeholders", sentence)];
  });
}

function inArabic(catalogue: Catalogue, key: string, { words, plurals }: Shape, say: Say): Finding[] {
  const isArabic = arabicLetter.test(words);
  const exempt = catalogue.exempt.includes(key);
  const lacks =
    "no Arabic letter; translate it, or list the key in exempt.json (formats, acronyms, bare placeholders)";
  return [
    ...(isArabic || exempt ? [] : [say("ar", key, "arabic", lacks)]),
    ...(isArabic && exempt
      ? [say("ar", key, "exempt", "has Arabic letters; take it out of exempt.json")]
      : []),
    ...plurals.flatMap(({ name, forms }) => {
      const lacking = arabicForms.filter((form) => !forms.includes(form));
      if (lacking.length === 0) return [];
      return [say("ar", key, "plural", `{${name}} lacks ${lacking.join(", ")}; Arabic has six forms`)];
    }),
  ];
}

function staleExemptions({ place, texts, exempt }: Catalogue): Finding[] {
  const file = `${place}/messages/exempt.json`;
  return exempt
    .filter((key) => !texts.ar.has(key))
    .map((key) => finding(file, 1, "messages/exempt", `${key}: no such message; take it out`));
}
