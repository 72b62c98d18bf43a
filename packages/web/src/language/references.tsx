import { Fragment } from "react";
import { referencePieces } from "./reference-pieces.ts";

/** Words in which a reference is never broken at its hyphens. What is copied is the text as it was written. */
export function WithReferences({ text }: { text: string }) {
  if (!text.includes("-")) return text;
  return referencePieces(text).map((piece) =>
    piece.isReference ? (
      <span key={piece.start} className="reference">
        {piece.text}
      </span>
    ) : (
      <Fragment key={piece.start}>{piece.text}</Fragment>
    ),
  );
}
