// What a form holds before anything is filled in.
import type { Spec } from "./specs.ts";
import { unread } from "./unread.ts";

/** The empty value of a thing: nothing where it may stay open, a fault where something is needed. */
export function blankOf(spec: Spec): unknown {
  if (spec.optional) return null;
  switch (spec.kind) {
    case "list":
      return [];
    case "record":
      return Object.fromEntries(Object.entries(spec.fields).map(([name, field]) => [name, blankOf(field)]));
    case "yes":
      return false;
    default:
      return unread("missing");
  }
}

/** A value filled into a form: fields that it lacks are blank, fields that the form does not know stay. */
export function filledIn(spec: Spec, value: unknown): unknown {
  if (value === null || value === undefined)
    return spec.kind === "record" && !spec.optional ? blankOf(spec) : value;
  if (spec.kind !== "record") return value;
  const given = value as Readonly<Record<string, unknown>>;
  const blank = Object.entries(spec.fields).map(([name, field]) => [
    name,
    name in given ? filledIn(field, given[name]) : blankOf(field),
  ]);
  return { ...given, ...Object.fromEntries(blank) };
}
