import canonicalize from "canonicalize";

/**
 * The RFC 8785 form of a JSON value: sorted keys, no white space, numbers as ECMAScript writes them.
 * @throws TypeError for a value that JSON does not have (undefined at the top, NaN, a function).
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(JSON.parse(JSON.stringify(value)));
  if (text === undefined) throw new TypeError("the value has no JSON form");
  return text;
}
