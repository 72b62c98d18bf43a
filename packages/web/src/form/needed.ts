import type { Faults } from "./use-form.ts";

/** The fields of a form that are empty and may not be. */
export function needed<Name extends string>(
  values: Readonly<Record<Name, string>>,
  ...names: Name[]
): Faults<Name> {
  const empty = names.filter((name) => values[name].trim() === "");
  return Object.fromEntries(empty.map((name) => [name, { id: "form.fault.needed" }])) as Faults<Name>;
}
