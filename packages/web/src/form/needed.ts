import type { Faults } from "./use-form.ts";

/** A period that goes backwards; an open end or beginning goes anywhere. */
export const inOrder = <Name extends string>(
  values: Readonly<Record<Name, string>>,
  from: Name,
  to: Name,
): Faults<Name> =>
  (values[from] !== "" && values[to] !== "" && values[to] < values[from]
    ? { [to]: { id: "form.fault.order" } }
    : {}) as Faults<Name>;

/** The fields of a form that are empty and may not be. */
export function needed<Name extends string>(
  values: Readonly<Record<Name, string>>,
  ...names: Name[]
): Faults<Name> {
  const empty = names.filter((name) => values[name].trim() === "");
  return Object.fromEntries(empty.map((name) => [name, { id: "form.fault.needed" }])) as Faults<Name>;
}
