// What is said of a passage, and what is answered. What is written and not yet sent is kept.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import {
  answerComment,
  commentText,
  type Draft,
  type DraftClause,
  type DraftComment,
  draftVersion,
} from "../api/drafting.ts";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { Refusal } from "../form/fields.tsx";
import { FormShell } from "../form/form-shell.tsx";
import { needed } from "../form/needed.ts";
import { orNull } from "../form/texts.ts";
import { type FormState, useForm } from "../form/use-form.ts";
import { useTextChoice } from "./text-choice.ts";

function useReadAnew(agreement: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["draft", agreement] });
}

export function Answer({
  agreement,
  comment: { id, settled },
}: {
  agreement: string;
  comment: DraftComment;
}) {
  const intl = useIntl();
  const anew = useReadAnew(agreement);
  const done = () => {
    form.startAgain();
    void anew();
  };
  const form = useForm<"answer", unknown>({
    name: `answer ${id}`,
    recorded: { texts: { answer: "" }, revision: null },
    rules: bodies.answerComment,
    check: (values) => needed(values, "answer"),
    save: ({ answer }) => answerComment(id, { answer: answer.trim() }),
    onSaved: done,
  });
  const settling = useMutation({
    mutationFn: () => answerComment(id, { answer: orNull(form.values.answer), settled: !settled }),
    onSuccess: done,
  });
  return (
    <details className="make">
      <summary className="small">
        <FormattedMessage id="drafting.answer" />
        {form.isChanged && <Unsaved />}
      </summary>
      <FormShell
        form={form}
        isSmall
        label={intl.formatMessage({ id: "drafting.answer" })}
        action={<FormattedMessage id="drafting.answerAction" />}
        nameOf={() => <FormattedMessage id="drafting.answer" />}
      >
        <AskText form={form} name="answer" lines={2} label={<FormattedMessage id="drafting.answer" />} />
        <p>
          <button
            type="button"
            className="plain-button"
            disabled={settling.isPending}
            onClick={() => settling.mutate()}
          >
            <FormattedMessage id={settled ? "drafting.reopen" : "drafting.settle"} />
          </button>
        </p>
        <Refusal error={settling.error} />
      </FormShell>
    </details>
  );
}

export function Unsaved() {
  return (
    <span className="unsaved">
      <FormattedMessage id="drafting.unsaved" />
    </span>
  );
}

const empty = { clause: "", quote: "", comment: "" };

function useCommentForm(agreement: string, version: number, language: "fr" | "ar") {
  const anew = useReadAnew(agreement);
  const form = useForm<keyof typeof empty, unknown>({
    name: `comment ${agreement} ${version}`,
    recorded: { texts: empty, revision: null },
    rules: bodies.commentText,
    about: { "drafting.passage_absent": "quote" },
    save: ({ clause, quote, comment }) =>
      commentText(agreement, {
        ...{ version, language, clause, comment: comment.trim() },
        ...(quote.trim() !== "" && { quote: quote.trim() }),
      }),
    onSaved: () => {
      form.startAgain();
      void anew();
    },
  });
  return form;
}

/** The passage is what is marked in the text when the form is opened, or nothing for the whole clause. */
export function NewComment({ draft: { agreement }, version }: { draft: Draft; version: number }) {
  const { data } = useQuery(draftVersion(agreement, version));
  const texts = data?.content.texts ?? [];
  const chosen = useTextChoice(texts);
  const place = useRef<HTMLDetailsElement>(null);
  const found = useMarkedBefore(place);
  const language = found.current.language ?? (chosen === "both" ? "fr" : chosen);
  const form = useCommentForm(agreement, version, language);
  const clauses = texts.find((text) => text.language === language)?.clauses ?? [];
  return (
    <details
      ref={place}
      className="make"
      onToggle={({ currentTarget }) => {
        const { language: _, ...passage } = found.current;
        if (currentTarget.open) form.setAll(passage);
      }}
    >
      <summary>
        <FormattedMessage id="drafting.newComment" />
        {form.isChanged && <Unsaved />}
      </summary>
      <CommentQuestions form={form} clauses={clauses} />
    </details>
  );
}

interface QuestionsProps {
  readonly form: FormState<keyof typeof empty>;
  readonly clauses: readonly DraftClause[];
}

function CommentQuestions({ form, clauses }: QuestionsProps) {
  const intl = useIntl();
  return (
    <FormShell
      form={form}
      isSmall
      label={intl.formatMessage({ id: "drafting.newComment" })}
      action={<FormattedMessage id="drafting.commentAction" />}
      nameOf={(name) => <FormattedMessage id={`drafting.${name === "quote" ? "passage" : name}`} />}
    >
      <AskChoice
        form={form}
        name="clause"
        label={<FormattedMessage id="drafting.clause" />}
        none={intl.formatMessage({ id: "drafting.chooseClause" })}
        options={clauses.map(({ key, title }) => ({ value: key, words: title }))}
      />
      <AskText
        form={form}
        name="quote"
        lines={2}
        label={<FormattedMessage id="drafting.passage" />}
        why={<FormattedMessage id="drafting.passageWhy" />}
      />
      <AskText form={form} name="comment" lines={3} label={<FormattedMessage id="drafting.comment" />} />
    </FormShell>
  );
}

/** What is marked when a form is opened: the click that opens it takes the mark away, so it is looked at before. */
function useMarkedBefore(place: RefObject<HTMLDetailsElement | null>) {
  const found = useRef<Marked>({});
  useEffect(() => {
    const look = () => {
      if (place.current?.open === false) found.current = marked();
    };
    const events = ["pointerdown", "keydown"] as const;
    for (const event of events) document.addEventListener(event, look, true);
    return () => {
      for (const event of events) document.removeEventListener(event, look, true);
    };
  }, [place]);
  return found;
}

interface Marked {
  readonly quote?: string;
  readonly clause?: string;
  readonly language?: "fr" | "ar";
}

/** What the reader has marked, in which clause and in which of two texts. */
function marked(): Marked {
  const selection = window.getSelection();
  const at = selection?.anchorNode?.parentElement;
  const row = at?.closest("[id^='clause-']");
  const quote = selection?.toString().split("\n")[0]?.trim() ?? "";
  if (!row || quote === "") return {};
  const language = at?.closest("[lang]")?.getAttribute("lang") === "ar" ? "ar" : "fr";
  return { quote, language, clause: row.id.slice("clause-".length) };
}
