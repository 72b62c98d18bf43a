/** A word, a quoted name, a string or a sign of SQL, with its place in the text that was read. */
export type Token = {
  readonly kind: "word" | "string" | "sign";
  /** Lower case for bare words; as written for quoted names and strings. */
  readonly text: string;
  readonly offset: number;
};

const patterns = {
  space: /\s+|--[^\n]*/y,
  word: /[\p{L}_][\p{L}\p{N}_$]*/uy,
  name: /"((?:[^"]|"")*)"/y,
  escaped: /[eE]'((?:[^'\\]|''|\\[\s\S])*)'/y,
  string: /'((?:[^']|'')*)'/y,
  body: /(\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$)([\s\S]*?)\1/uy,
};
const statement =
  /^\s*(insert|update|delete|select|with|merge|truncate|copy|create|alter|drop|grant|revoke)\s/i;

/**
 * The tokens of an SQL text without its comments. Function bodies between dollar quotes are read like the rest, and so
 * are strings that hold a statement (`execute 'insert into …'`).
 */
export function tokenise(text: string, base = 0): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const read = readToken(text, at);
    tokens.push(...read.tokens.map((token) => ({ ...token, offset: token.offset + base })));
    at = read.end;
  }
  return tokens;
}

type Read = { readonly tokens: readonly Token[]; readonly end: number };

function readToken(text: string, at: number): Read {
  const space = match(patterns.space, text, at);
  if (space) return { tokens: [], end: at + space[0].length };
  if (text.startsWith("/*", at)) return { tokens: [], end: endOfComment(text, at) };
  const string = match(patterns.escaped, text, at) ?? match(patterns.string, text, at);
  if (string)
    return { tokens: quoted(string[1] ?? "", at, string[0].indexOf("'") + 1), end: at + string[0].length };
  const word = match(patterns.word, text, at);
  if (word)
    return { tokens: [{ kind: "word", text: word[0].toLowerCase(), offset: at }], end: at + word[0].length };
  const name = match(patterns.name, text, at);
  if (name) return { tokens: [{ kind: "word", text: name[1] ?? "", offset: at }], end: at + name[0].length };
  const body = match(patterns.body, text, at);
  if (body) {
    const opening = body[1]?.length ?? 0;
    return { tokens: tokenise(body[2] ?? "", at + opening), end: at + body[0].length };
  }
  return { tokens: [{ kind: "sign", text: text.charAt(at), offset: at }], end: at + 1 };
}

function quoted(content: string, at: number, opening: number): Token[] {
  const inner = statement.test(content) ? tokenise(content, at + opening) : [];
  return [{ kind: "string", text: content, offset: at }, ...inner];
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Comments of PostgreSQL nest. */
function endOfComment(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text.startsWith("/*", at)) depth += 1;
    if (text.startsWith("*/", at)) depth -= 1;
    if (text.startsWith("/*", at) || text.startsWith("*/", at)) at += 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
