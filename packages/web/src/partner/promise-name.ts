import type { OwnRequest } from "../api/account.ts";
import { useLabel } from "../language/figures.tsx";

type Promised = OwnRequest["promised"][number];

/** The indicator in the reader's language; without one, the words of the text. */
export function usePromiseName() {
  const label = useLabel();
  return ({ indicator, wording }: Pick<Promised, "indicator" | "wording">) =>
    indicator === null ? wording : label(indicator);
}
