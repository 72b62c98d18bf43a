// The runs of a text: a figure shows where it comes from, and words that somebody commented are marked, with the way to
// the comment. On paper neither is seen.
import { useLocation } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import type { DraftRun } from "../api/drafting.ts";
import { WithReferences } from "../language/references.tsx";
import { type Passage, type Piece, piecesOf } from "./passages.ts";

interface RunsProps {
  readonly runs: readonly DraftRun[];
  /** Where they begin in the clause's words. */
  readonly from: number;
  readonly passages: readonly Passage[];
}

export function Runs({ runs, from, passages }: RunsProps) {
  return piecesOf(runs, from, passages).map((piece) =>
    piece.passages.length === 0 ? (
      <Words key={piece.start} piece={piece} />
    ) : (
      <MarkedPiece key={piece.start} piece={piece} />
    ),
  );
}

/** The comment that the address leads to: `#comment-…` or `#passage-…`. */
export const useShownComment = (): string | null =>
  useLocation({ select: ({ hash }) => /^(?:comment|passage)-(.+)$/u.exec(hash)?.[1] ?? null });

function MarkedPiece({ piece }: { piece: Piece }) {
  const shown = useShownComment();
  const { passages, begins, ends } = piece;
  return (
    <>
      {begins.map(({ id }) => (
        <span key={id} id={`passage-${id}`} className="passage-begin" />
      ))}
      <mark
        className="passage"
        data-settled={passages.every(({ settled }) => settled) || undefined}
        data-shown={passages.some(({ id }) => id === shown) || undefined}
      >
        <Words piece={piece} />
      </mark>
      {ends.map((one) => (
        <ToComment key={one.id} passage={one} />
      ))}
    </>
  );
}

/** The style draws its number and keeps it out of what is marked: words that are copied do not have it among them. */
function ToComment({ passage: { id, number } }: { passage: Passage }) {
  const intl = useIntl();
  return (
    <a className="passage-number" href={`#comment-${id}`} data-number={intl.formatNumber(number)}>
      <span className="unseen">
        <FormattedMessage id="drafting.toComment" values={{ number }} />
      </span>
    </a>
  );
}

function Words({ piece: { text, from } }: { piece: Piece }) {
  const intl = useIntl();
  if (!from?.figure)
    return (
      <span>
        <WithReferences text={text} />
      </span>
    );
  const basis = from.basis ?? "register";
  return (
    <bdi
      className="paper-figure"
      data-basis={basis}
      title={intl.formatMessage({ id: `drafting.basis.${basis}` })}
    >
      <WithReferences text={text} />
    </bdi>
  );
}
