import { FormattedMessage } from "react-intl";
import { useOpen } from "../app/opened.ts";
import { Name } from "../language/figures.tsx";

interface QuotedProps {
  readonly words: string;
  readonly language?: string | undefined;
  readonly document: string;
  readonly passage: string;
  readonly title: string;
}

/** Words of a text, with the way to where they stand in it. */
export function Quoted({ words, language, document, passage, title }: QuotedProps) {
  const open = useOpen();
  return (
    <>
      <blockquote dir="auto">
        «&nbsp;<Name lang={language}>{words}</Name>&nbsp;»
      </blockquote>
      <p className="quote-foot">
        <Name>{title}</Name>
        <button
          type="button"
          className="button small to-words not-printed"
          onClick={() => open({ kind: "words", document, passage })}
        >
          <FormattedMessage id="figure.toWords" />
        </button>
      </p>
    </>
  );
}
