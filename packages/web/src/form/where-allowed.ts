// Somebody whose roles hold in places may record nothing that lies nowhere: she is told so before the register refuses it.
import type { Me } from "../api/account.ts";
import type { Faults } from "./use-form.ts";

/**
 * A fault at `place` when nothing says where a new thing lies and the reader's roles hold somewhere alone.
 * @param ways other fields that say it as well: who leads it, under what it counts
 */
export function whereAllowed<Name extends string>(
  who: Pick<Me, "roles"> | undefined,
  values: Readonly<Record<Name, string>>,
  place: Name,
  ...ways: Name[]
): Faults<Name> {
  const roles = who?.roles ?? [];
  const isPlaced =
    roles.length > 0 &&
    roles.every(({ organisation, territory, agreement }) => organisation ?? territory ?? agreement);
  const isNowhere = [place, ...ways].every((name) => values[name].trim() === "");
  return (isPlaced && isNowhere ? { [place]: { id: "form.fault.nowhere" } } : {}) as Faults<Name>;
}
