import { basename, dirname } from "node:path/posix";
import ts from "typescript";
import { type Catalogue, fileOf, languages, lineOfKey } from "./catalogues.ts";
import { type DeclaredError, declaredErrors, fieldsOf, sourcesOf } from "./declared.ts";
import { shapeOf } from "./icu.ts";
import { type Finding, finding } from "./part.ts";
import { lineOf, type Tree, walk } from "./tree.ts";

/** A key asked for in the code, and the values given with it; undefined values cannot be told from the text. */
type Ask = {
  readonly file: string;
  readonly line: number;
  readonly catalogues: readonly Catalogue[];
  readonly key: string;
  readonly given: ReadonlySet<string> | undefined;
};

/** Keys that nothing uses, keys that are used and not there, and values that a text needs and is not given. */
export function usageFindings(tree: Tree, catalogues: readonly Catalogue[]): Finding[] {
  const errors = declaredErrors(tree);
  const asks = sourcesOf(tree).flatMap((file) => asksIn(tree, file, catalogues, errors));
  return [
    ...withoutText(errors, catalogues),
    ...asks.flatMap(missing),
    ...asks.flatMap(ungiven),
    ...unused(tree, catalogues, errors),
  ];
}

/** An error that is declared needs its message. */
function withoutText(errors: readonly DeclaredError[], catalogues: readonly Catalogue[]): Finding[] {
  return errors.flatMap(({ file, line, place, name }) => {
    const home = catalogues.find((catalogue) => catalogue.place === place);
    if (home !== undefined && languages.some((language) => home.texts[language].has(`error.${name}`)))
      return [];
    return [finding(file, line, "messages/missing", `error.${name}: no text in ${place}/messages/`)];
  });
}

function asksIn(
  tree: Tree,
  file: string,
  catalogues: readonly Catalogue[],
  declared: readonly DeclaredError[],
): Ask[] {
  const asks: Ask[] = [];
  const inWeb = catalogues.filter((catalogue) => catalogue.place.startsWith("packages/web/"));
  const errors = errorsByCall(file, catalogues, declared);
  walk(tree.ast(file), (node) => {
    const ask = ts.isCallExpression(node) ? askOf(node, catalogues, inWeb, errors) : undefined;
    for (const one of ask ? [ask] : asksOfElement(node, inWeb))
      asks.push({ file, line: lineOf(node), ...one });
  });
  return asks;
}

type Asked = Pick<Ask, "catalogues" | "key" | "given">;
type Errors = ReadonlyMap<string, Catalogue>;

/** `message(locale, "folder", "key", values)`, `errors.name(values)`, and in the web `formatMessage({ id }, values)`, `t("key", values)`. */
function askOf(
  call: ts.CallExpression,
  all: readonly Catalogue[],
  inWeb: readonly Catalogue[],
  errors: Errors,
): Asked | undefined {
  const [first, second, third, fourth] = call.arguments;
  const callee = call.expression;
  const holder = errors.get(callee.getText());
  if (holder !== undefined && ts.isPropertyAccessExpression(callee)) {
    return { catalogues: [holder], key: `error.${callee.name.text}`, given: keysOf(first) };
  }
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
  if (name === "message" && second && third && ts.isStringLiteral(second) && ts.isStringLiteral(third)) {
    const home = all.filter(({ place }) => place === `packages/core/src/${second.text}`);
    return { catalogues: home, key: third.text, given: keysOf(fourth) };
  }
  if (inWeb.length === 0) return undefined;
  const key = name === "t" ? first : name === "formatMessage" ? fieldsOf(first).get("id") : undefined;
  return key && ts.isStringLiteral(key)
    ? { catalogues: inWeb, key: key.text, given: keysOf(second) }
    : undefined;
}

/** The questions of a form take the ids of what they say: `<AskText label="key" why="key" />`. */
const question =
  /^(?:AskText|AskChoice|AskDocument|PickTerritory|PickOrganisation|PickAgreement|ChooseMany)$/;

/** `<FormattedMessage id="key" />`, and a question of a form. */
function asksOfElement(node: ts.Node, inWeb: readonly Catalogue[]): Asked[] {
  if (!ts.isJsxSelfClosingElement(node) && !ts.isJsxOpeningElement(node)) return [];
  const tag = node.tagName.getText();
  const isQuestion = question.test(tag);
  if (tag !== "FormattedMessage" && !isQuestion) return [];
  const named = isQuestion ? ["label", "why"] : ["id"];
  return node.attributes.properties.flatMap((attribute) => {
    if (!ts.isJsxAttribute(attribute) || !named.includes(attribute.name.getText())) return [];
    const value = attribute.initializer;
    if (!value || !ts.isStringLiteral(value)) return [];
    return [{ catalogues: inWeb, key: value.text, given: isQuestion ? new Set<string>() : undefined }];
  });
}

/** The error makers that a file can call, as it writes them (`errors.unknown`), with the catalogue of their messages. */
function errorsByCall(
  file: string,
  catalogues: readonly Catalogue[],
  declared: readonly DeclaredError[],
): Errors {
  const place = dirname(file);
  const ownLast = [...declared].sort((a, b) => Number(a.place === place) - Number(b.place === place));
  return new Map(
    ownLast.flatMap((error) => {
      const home = catalogues.find((catalogue) => catalogue.place === error.place);
      return home === undefined ? [] : [[`${error.holder}.${error.name}`, home] as const];
    }),
  );
}

/** The names in an object literal; nothing given gives the empty set; what only running tells gives undefined. */
function keysOf(node: ts.Expression | undefined): Set<string> | undefined {
  if (node === undefined) return new Set();
  if (!ts.isObjectLiteralExpression(node) || node.properties.some(ts.isSpreadAssignment)) return undefined;
  return new Set(fieldsOf(node).keys());
}

/** Errors are left to `withoutText`, which reports each once, where it is declared. */
function missing({ catalogues, key, file, line }: Ask): Finding[] {
  if (key.startsWith("error.")) return [];
  if (catalogues.some((catalogue) => languages.some((language) => catalogue.texts[language].has(key))))
    return [];
  return [finding(file, line, "messages/missing", `${key}: asked for here, in no catalogue`)];
}

function ungiven({ catalogues, key, given, file, line }: Ask): Finding[] {
  const text = catalogues
    .map((catalogue) => catalogue.texts.en.get(key))
    .find((found) => found !== undefined);
  if (given === undefined || text === undefined) return [];
  const lacking = placeholdersOf(text).filter((name) => !given.has(name));
  if (lacking.length === 0) return [];
  return [finding(file, line, "messages/values", `${key} needs ${lacking.join(", ")}; pass it here`)];
}

function placeholdersOf(text: string): readonly string[] {
  try {
    return shapeOf(text).placeholders.filter((name) => !name.startsWith("<"));
  } catch {
    return [];
  }
}

function unused(tree: Tree, catalogues: readonly Catalogue[], errors: readonly DeclaredError[]): Finding[] {
  const declared = new Set(errors.map(({ place, name }) => `${place} error.${name}`));
  const { literals, patterns } = writtenIn(tree);
  return catalogues.flatMap((catalogue) => {
    const folder = basename(catalogue.place);
    const isUsed = (key: string) =>
      declared.has(`${catalogue.place} ${key}`) ||
      [key, `${folder}.${key}`, `${folder}/${key}`].some((name) => literals.has(name)) ||
      patterns.some((pattern) => pattern.test(key));
    const keys = [...catalogue.texts.en.keys()].filter((key) => !isUsed(key));
    const file = fileOf(catalogue, "en");
    return keys.map((key) =>
      finding(
        file,
        lineOfKey(tree, file, key),
        "messages/unused",
        `${key}: nothing asks for it; take it out`,
      ),
    );
  });
}

/** All strings of the sources, and the templates (`state.${name}`) as patterns. */
function writtenIn(tree: Tree): { literals: Set<string>; patterns: RegExp[] } {
  const literals = new Set<string>();
  const patterns = new Map<string, RegExp>();
  for (const file of sourcesOf(tree)) {
    walk(tree.ast(file), (node) => {
      if (ts.isStringLiteralLike(node)) literals.add(node.text);
      if (!ts.isTemplateExpression(node)) return;
      const fixed = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
      if (/^[\w.-]*\w[\w.-]*$/.test(fixed.join(""))) patterns.set(node.getText(), asPattern(fixed));
    });
  }
  return { literals, patterns: [...patterns.values()] };
}

function asPattern(fixed: readonly string[]): RegExp {
  return new RegExp(`^${fixed.map((part) => part.replace(/[.\\-]/g, "\\$&")).join("[\\w.-]+")}$`);
}
