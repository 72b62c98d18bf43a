// A promise is quoted from a text, in the language of that text.
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { Name } from "./figures.tsx";
import { useLocale } from "./language-provider.tsx";

/** The texts are written in French or in Arabic. */
const languageOfText = (words: string) => (/\p{Script=Arabic}/u.test(words) ? "ar" : "fr");

interface PromiseNameProps {
  readonly wording: string | null;
  /** The words of what it counts, in the reader's language; null while its indicator is open. */
  readonly counted: string | null;
  readonly reference: string | null;
  /** Where its own words lead to. */
  readonly linked?: (words: ReactNode) => ReactNode;
  readonly children?: ReactNode;
}

/** The promise in its own words for those who read its language; first what it counts for the others. */
export function PromiseName({ wording, counted, reference, linked, children }: PromiseNameProps) {
  const readsWording = useLocale() === "fr" || counted === null;
  const first = readsWording ? (wording ?? reference) : counted;
  const second = readsWording ? (counted ?? <FormattedMessage id="figure.indicatorOpen" />) : wording;
  const name = <Name>{first}</Name>;
  return (
    <span className="commitment-name">
      <span>{linked ? linked(name) : name}</span>
      <span className="small muted">
        <Name>{reference}</Name>
        {second !== null && (
          <>
            {" · "}
            <Name lang={readsWording || wording === null ? undefined : languageOfText(wording)}>
              {second}
            </Name>
          </>
        )}
        {children}
      </span>
    </span>
  );
}
