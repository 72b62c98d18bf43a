// What was said of the text: each on the words that it is about, answered, settled; said on a version.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import {
  answerComment,
  commentText,
  type Draft,
  type DraftComment,
  draftComments,
  draftVersion,
} from "../api/drafting.ts";
import { useRightsAt } from "../api/rights.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { Instant, Name } from "../language/figures.tsx";
import { useTextChoice } from "./text-choice.ts";

export function CommentsPart({ draft, version }: { draft: Draft; version: number | undefined }) {
  const { data } = useQuery(draftComments(draft.agreement, version));
  const mayComment = useRightsAt({ agreement: draft.agreement }).may("drafting.comment");
  const comments = data?.comments ?? [];
  const open = comments.filter(({ settled }) => !settled);
  const settled = comments.filter((comment) => comment.settled);
  if (data === undefined || (comments.length === 0 && version === undefined)) return null;
  return (
    <Section
      title={<FormattedMessage id="drafting.comments" />}
      note={<FormattedMessage id="drafting.commentCount" values={{ count: open.length }} />}
    >
      <CommentList agreement={draft.agreement} comments={open} mayComment={mayComment} />
      {settled.length > 0 && (
        <details>
          <summary className="small">
            <FormattedMessage id="drafting.settledCount" values={{ count: settled.length }} />
          </summary>
          <CommentList agreement={draft.agreement} comments={settled} mayComment={mayComment} />
        </details>
      )}
      {mayComment && version !== undefined && <NewComment draft={draft} version={version} />}
    </Section>
  );
}

interface ListProps {
  readonly agreement: string;
  readonly comments: readonly DraftComment[];
  readonly mayComment: boolean;
}

function CommentList({ agreement, comments, mayComment }: ListProps) {
  if (comments.length === 0) return null;
  return (
    <ul className="bare-list comments">
      {comments.map((comment) => (
        <li key={comment.id}>
          <OneComment agreement={agreement} comment={comment} mayComment={mayComment} />
        </li>
      ))}
    </ul>
  );
}

function OneComment({
  agreement,
  comment: one,
  mayComment,
}: Omit<ListProps, "comments"> & { comment: DraftComment }) {
  return (
    <>
      <blockquote className="quote" lang={one.language} dir={one.language === "ar" ? "rtl" : "ltr"}>
        <a href={`#clause-${one.clause}`}>{cut(one.quote)}</a>
      </blockquote>
      {one.place === null && (
        <p className="small attention">
          <FormattedMessage id="drafting.wordsGone" values={{ version: one.version }} />
        </p>
      )}
      <p>
        <Name>{one.comment}</Name>
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
      {mayComment && <Answer agreement={agreement} comment={one} />}
    </>
  );
}

const cut = (quote: string) => (quote.length > 160 ? `${quote.slice(0, 160)}…` : quote);

function Answer({ agreement, comment: { id, settled } }: { agreement: string; comment: DraftComment }) {
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const answer = typed.trim() === "" ? null : typed.trim();
  const answering = useMutation({
    mutationFn: (change: boolean | null) => answerComment(id, { answer, settled: change }),
    onSuccess: () => {
      setTyped("");
      return client.invalidateQueries({ queryKey: ["draft", agreement] });
    },
  });
  return (
    <details className="make">
      <summary className="small">
        <FormattedMessage id="drafting.answer" />
      </summary>
      <Form
        onSend={() => answering.mutate(null)}
        isSending={answering.isPending || answer === null}
        error={answering.error}
        action={<FormattedMessage id="drafting.answerAction" />}
      >
        <TextField
          label={<FormattedMessage id="drafting.answer" />}
          lines={2}
          value={typed}
          onChange={setTyped}
          most={4000}
        />
        <p>
          <button
            type="button"
            className="plain-button"
            disabled={answering.isPending}
            onClick={() => answering.mutate(!settled)}
          >
            <FormattedMessage id={settled ? "drafting.reopen" : "drafting.settle"} />
          </button>
        </p>
      </Form>
    </details>
  );
}

const empty = { clause: "", quote: "", comment: "" };

/** The passage is what is marked in the text when the form is opened, or nothing for the whole clause. */
function NewComment({ draft, version }: { draft: Draft; version: number }) {
  const intl = useIntl();
  const client = useQueryClient();
  const { data } = useQuery(draftVersion(draft.agreement, version));
  const texts = data?.content.texts ?? [];
  const chosen = useTextChoice(texts);
  const language = chosen === "both" ? "fr" : chosen;
  const [typed, setTyped] = useState(empty);
  const set = (change: Partial<typeof empty>) => setTyped({ ...typed, ...change });
  const saying = useMutation({
    mutationFn: () =>
      commentText(draft.agreement, {
        ...{ version, language, clause: typed.clause, comment: typed.comment },
        ...(typed.quote.trim() !== "" && { quote: typed.quote.trim() }),
      }),
    onSuccess: () => {
      setTyped(empty);
      return client.invalidateQueries({ queryKey: ["draft", draft.agreement] });
    },
  });
  const clauses = texts.find((text) => text.language === language)?.clauses ?? [];
  return (
    <details className="make" onToggle={({ currentTarget }) => currentTarget.open && set(marked())}>
      <summary>
        <FormattedMessage id="drafting.newComment" />
      </summary>
      <Form
        onSend={() => saying.mutate()}
        isSending={saying.isPending}
        error={saying.error}
        action={<FormattedMessage id="drafting.commentAction" />}
      >
        <ChoiceField
          label={<FormattedMessage id="drafting.clause" />}
          isNeeded
          none={intl.formatMessage({ id: "drafting.chooseClause" })}
          value={typed.clause}
          onChange={(clause) => set({ clause })}
          options={clauses.map(({ key, title }) => ({ value: key, words: title }))}
        />
        <TextField
          label={<FormattedMessage id="drafting.passage" />}
          why={<FormattedMessage id="drafting.passageWhy" />}
          lines={2}
          value={typed.quote}
          onChange={(quote) => set({ quote })}
          most={4000}
        />
        <TextField
          label={<FormattedMessage id="drafting.comment" />}
          isNeeded
          lines={3}
          value={typed.comment}
          onChange={(comment) => set({ comment })}
          most={4000}
        />
      </Form>
    </details>
  );
}

/** What the reader has marked, and in which clause. */
function marked(): Partial<typeof empty> {
  const selection = window.getSelection();
  const row = selection?.anchorNode?.parentElement?.closest("[id^='clause-']");
  const quote = selection?.toString().split("\n")[0]?.trim() ?? "";
  return row && quote !== "" ? { quote, clause: row.id.slice("clause-".length) } : {};
}
