import { type Token, tokenise } from "./sql-tokens.ts";

/**
 * What a statement does to a table: `create` it, `define` a view, `guard` it by the kernel's function, `alter` its
 * shape, rights, triggers or policies, `write` or `read` its rows.
 */
export type Deed = "create" | "define" | "guard" | "alter" | "write" | "read";
export type Use = { readonly deed: Deed; readonly table: string; readonly offset: number };

/** Every name that stands where SQL wants a table, with what happens to it. Names that are no tables come along. */
export function usesOf(text: string, base = 0): Use[] {
  const tokens = tokenise(text, base);
  return tokens.flatMap((token, at) => (token.kind === "word" ? usesAt(tokens, at) : []));
}

const always = new Set(["table", "only", "if", "not", "exists", "lateral", "concurrently", "view"]);
const creation = new Set(["or", "replace", "global", "local", "unlogged", "materialized", "recursive"]);

function usesAt(tokens: readonly Token[], at: number): Use[] {
  const before = wordAt(tokens, at - 1);
  switch (wordAt(tokens, at)) {
    case "create":
      return created(tokens, at + 1);
    case "alter":
    case "drop":
    case "refresh":
      return altered(tokens, at + 1);
    case "comment":
    case "grant":
    case "revoke":
      return onTables(tokens, at + 1);
    case "guard_table":
    case "guard_growing_table":
      return guarded(tokens, at);
    case "into":
      return before === "insert" || before === "merge" ? names(tokens, at + 1, "write", false) : [];
    case "update":
      return names(tokens, at + 1, "write", false);
    case "truncate":
      return names(tokens, at + 1, "write", true);
    case "copy":
      return copied(tokens, at + 1);
    case "from":
      return from(tokens, at);
    case "using":
      return names(tokens, at + 1, "read", true);
    case "join":
    case "references":
    case "setof":
    case "lock":
      return names(tokens, at + 1, "read", false);
    case "rowtype":
      return names(tokens, at - 2, "read", false);
    default:
      return [];
  }
}

function from(tokens: readonly Token[], at: number): Use[] {
  const before = wordAt(tokens, at - 1);
  if (before === "delete") return names(tokens, at + 1, "write", false);
  const isComparison = before === "distinct" && ["is", "not"].includes(wordAt(tokens, at - 2));
  const isExtract = wordAt(tokens, at - 3) === "extract";
  return isComparison || isExtract ? [] : names(tokens, at + 1, "read", true);
}

/** `create table|view` makes a table, except a temporary one; a trigger, index or policy changes the table it is on. */
function created(tokens: readonly Token[], start: number): Use[] {
  let at = start;
  while (creation.has(wordAt(tokens, at))) at += 1;
  const thing = wordAt(tokens, at);
  if (thing === "table") return names(tokens, at, "create", false);
  if (thing === "view") return names(tokens, at, "define", false);
  return ["index", "unique", "trigger", "constraint", "policy", "rule"].includes(thing)
    ? onTables(tokens, at)
    : [];
}

function altered(tokens: readonly Token[], at: number): Use[] {
  const thing = wordAt(tokens, at);
  if (thing === "table" || thing === "view") return names(tokens, at, "alter", true);
  if (thing === "materialized") return names(tokens, at + 1, "alter", true);
  return ["trigger", "policy", "rule"].includes(thing) ? onTables(tokens, at) : [];
}

/** The tables after the first ON of the statement. */
function onTables(tokens: readonly Token[], start: number): Use[] {
  for (let at = start; at < tokens.length && tokens[at]?.text !== ";"; at += 1) {
    if (wordAt(tokens, at) === "on") return names(tokens, at + 1, "alter", true);
  }
  return [];
}

/** `guard_table('t')` puts the kernel's triggers and rights on a table. */
function guarded(tokens: readonly Token[], at: number): Use[] {
  const name = tokens[at + 2];
  return name?.kind === "string" ? [{ deed: "guard", table: name.text, offset: name.offset }] : [];
}

/** COPY t FROM writes, COPY t TO reads. */
function copied(tokens: readonly Token[], at: number): Use[] {
  const [named] = names(tokens, at, "read", false);
  if (named === undefined) return [];
  const rest = tokens.slice(at, at + 200).find((token) => token.text === "from" || token.text === "to");
  return [rest?.text === "from" ? { ...named, deed: "write" } : named];
}

/** The name at a place where a table may stand, and with `list` those that follow after commas. */
function names(tokens: readonly Token[], start: number, deed: Deed, list: boolean): Use[] {
  let at = start;
  while (always.has(wordAt(tokens, at))) at += 1;
  const schema = tokens[at + 1]?.text === "." ? wordAt(tokens, at) : undefined;
  const name = tokens[schema === undefined ? at : at + 2];
  if (schema !== undefined) at += 2;
  const isTable = name?.kind === "word" && (schema === undefined || schema === "public");
  const own: Use[] = isTable ? [{ deed, table: name.text, offset: name.offset }] : [];
  if (!list || name === undefined) return own;
  const comma = skipAlias(tokens, name.text === "(" ? at : at + 1);
  return tokens[comma]?.text === "," ? [...own, ...names(tokens, comma + 1, deed, true)] : own;
}

function skipAlias(tokens: readonly Token[], start: number): number {
  let at = skipParentheses(tokens, start);
  if (wordAt(tokens, at) === "as") at += 1;
  if (tokens[at]?.kind === "word") at += 1;
  return skipParentheses(tokens, at);
}

function skipParentheses(tokens: readonly Token[], start: number): number {
  if (tokens[start]?.text !== "(") return start;
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    if (tokens[at]?.text === "(") depth += 1;
    if (tokens[at]?.text === ")") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return tokens.length;
}

function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === "word" ? token.text : "";
}
