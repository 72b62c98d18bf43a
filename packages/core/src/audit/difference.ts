// What an entry changed, field by field, with what names somebody masked.
export interface Change {
  /** Path of the field, as `target.quantity`. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Between the values of a list. */
export const listed = ", ";

/** Kinds of objects that are people; of theirs, fields that would name them are shown as dots. */
const people = new Set(["person", "subject", "user", "focal_point", "session", "api_key", "reset"]);
const naming = /(^|\.)(sealed|name|nameAr|mail|phone|birthDate|address|number|document|label)$/;
export const mask = "•••";

/** @example differenceOf("commitment", { quantity: 6000 }, { quantity: 4000 }) // [{ field: "quantity", before: "6000", after: "4000" }] */
export function differenceOf(kind: string, before: unknown, after: unknown): Change[] {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  const fields = [...new Set([...was.keys(), ...is.keys()])];
  return fields.flatMap((field) => {
    const [from, to] = [was.get(field) ?? null, is.get(field) ?? null];
    if (from === to) return [];
    if (people.has(kind) && naming.test(field)) {
      return [{ field, before: from === null ? null : mask, after: to === null ? null : mask }];
    }
    return [{ field, before: from, after: to }];
  });
}

/** The values of a JSON value by their paths; null stands for nothing. */
function leavesOf(value: unknown, path = ""): Map<string, string> {
  if (value === null || value === undefined) return new Map();
  if (typeof value !== "object") return new Map([[path || "value", String(value)]]);
  if (Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null)) {
    return value.length === 0 ? new Map() : new Map([[path || "value", value.join(listed)]]);
  }
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...leavesOf(inner, path ? `${path}.${key}` : key)]),
  );
}
