// The words of the screens themselves: they are in the code, so the list is made where the code is.
import { useEffect, useState } from "react";
import type { Catalogue } from "../language/gather.ts";
import type { ListedText } from "./translation-columns.tsx";

interface Both {
  readonly fr: Catalogue;
  readonly ar: Catalogue;
}

/** The sentences that hold all words of the search, by their name; undefined while the catalogues are read. */
export function useScreenWords({ isAsked, text }: { isAsked: boolean; text: string }) {
  const [both, setBoth] = useState<Both>();
  useEffect(() => {
    if (!isAsked || both) return;
    void Promise.all([import("../language/catalogue-fr.ts"), import("../language/catalogue-ar.ts")]).then(
      ([fr, ar]) => setBoth({ fr: fr.default, ar: ar.default }),
    );
  }, [isAsked, both]);
  if (!isAsked || !both) return undefined;
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  return Object.entries(both.ar)
    .map(([key, content]): ListedText => {
      const original = both.fr[key] ?? "";
      const place = key.split(".")[0] ?? key;
      return {
        kind: "screen",
        key,
        field: "text",
        place,
        original,
        content,
        reviewedAt: null,
        reviewedBy: null,
      };
    })
    .filter((one) => {
      const whole = `${one.key} ${one.original} ${one.content}`.toLowerCase();
      return words.every((word) => whole.includes(word));
    });
}
