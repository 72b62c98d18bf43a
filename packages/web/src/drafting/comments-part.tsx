// What was said of the text: each on the words that it is about, answered, settled; said on a version.
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { Draft, DraftComment } from "../api/drafting.ts";
import { useRightsAt } from "../api/rights.ts";
import { Instant, Name } from "../language/figures.tsx";
import { Answer, NewComment } from "./comment-forms.tsx";
import { useShownComment } from "./marked-runs.tsx";
import { numbersOf } from "./passages.ts";
import type { Said } from "./the-text.tsx";

interface PartProps {
  readonly draft: Draft;
  readonly version: number | undefined;
  readonly said: Said;
  readonly onShowSettled: (areShown: boolean) => void;
}

export function CommentsPart({ draft, version, said: { comments }, onShowSettled }: PartProps) {
  const mayComment = useRightsAt({ agreement: draft.agreement }).may("drafting.comment");
  const numbers = numbersOf(comments);
  const open = comments.filter(({ settled }) => !settled);
  const settled = comments.filter((comment) => comment.settled);
  if (comments.length === 0 && version === undefined) return null;
  const list = { agreement: draft.agreement, mayComment, numbers };
  return (
    <Section
      title={<FormattedMessage id="drafting.comments" />}
      note={<FormattedMessage id="drafting.commentCount" values={{ count: open.length }} />}
    >
      <CommentList {...list} comments={open} />
      {settled.length > 0 && (
        <details onToggle={({ currentTarget }) => onShowSettled(currentTarget.open)}>
          <summary className="small">
            <FormattedMessage id="drafting.settledCount" values={{ count: settled.length }} />
          </summary>
          <CommentList {...list} comments={settled} />
        </details>
      )}
      {mayComment && version !== undefined && <NewComment draft={draft} version={version} />}
    </Section>
  );
}

interface ListProps {
  readonly agreement: string;
  readonly comments: readonly DraftComment[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly mayComment: boolean;
}

function CommentList({ agreement, comments, numbers, mayComment }: ListProps) {
  const shown = useShownComment();
  if (comments.length === 0) return null;
  return (
    <ul className="bare-list comments">
      {comments.map((comment) => (
        <li key={comment.id} id={`comment-${comment.id}`} data-shown={comment.id === shown || undefined}>
          <OneComment comment={comment} number={numbers.get(comment.id) ?? 0} />
          {mayComment && <Answer agreement={agreement} comment={comment} />}
        </li>
      ))}
    </ul>
  );
}

function OneComment({ comment: one, number }: { comment: DraftComment; number: number }) {
  const intl = useIntl();
  // what the text no longer says leads to its clause
  const place = one.place === null ? `#clause-${one.clause}` : `#passage-${one.id}`;
  return (
    <>
      <blockquote className="quote" lang={one.language} dir={one.language === "ar" ? "rtl" : "ltr"}>
        <a href={place}>{cut(one.quote)}</a>
      </blockquote>
      {one.place === null && (
        <p className="small attention">
          <FormattedMessage id="drafting.wordsGone" values={{ version: one.version }} />
        </p>
      )}
      <p>
        <bdi className="comment-number">{intl.formatNumber(number)}.</bdi> <Name>{one.comment}</Name>
      </p>
      <p className="small muted">
        <Name>{one.by}</Name> · <Instant value={one.at} /> ·{" "}
        <FormattedMessage id="drafting.version" values={{ number: one.version }} />
      </p>
      {one.answers
        .filter(({ answer }) => answer !== null)
        .map(({ answer, by, at }) => (
          <p key={at} className="comment-answer">
            <Name>{answer}</Name> <span className="small muted">· {by}</span>
          </p>
        ))}
    </>
  );
}

const cut = (quote: string) => (quote.length > 160 ? `${quote.slice(0, 160)}…` : quote);
