// A clause in other words, or one of its own. Figures are asked for by name, and never typed.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import {
  type Draft,
  type DraftClause,
  type DraftText,
  type TextLanguage,
  wordClause,
} from "../api/drafting.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { wordingOf } from "./wording.ts";

function useWord({ agreement, revision }: Draft) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Omit<Parameters<typeof wordClause>[1], "revision">) =>
      wordClause(agreement, { ...body, revision }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["draft", agreement] }),
  });
}

interface EditProps {
  readonly draft: Draft;
  readonly clause: DraftClause;
  readonly language: TextLanguage;
}

export function EditClause({ draft, clause, language }: EditProps) {
  const [title, setTitle] = useState(clause.title);
  const [text, setText] = useState(() => wordingOf(clause));
  const wording = useWord(draft);
  const same = { clause: clause.key, language };
  return (
    <details className="make clause-edit not-printed" dir="auto">
      <summary className="small">
        <FormattedMessage id="drafting.editClause" />
        <span className="unseen"> {clause.title}</span>
      </summary>
      <Form
        onSend={() => wording.mutate({ ...same, title, text })}
        isSending={wording.isPending}
        error={wording.error}
        action={<FormattedMessage id="drafting.editAction" />}
      >
        <TextField
          label={<FormattedMessage id="drafting.clauseTitle" />}
          value={title}
          onChange={setTitle}
          most={300}
        />
        <TextField
          label={<FormattedMessage id="drafting.clauseText" />}
          why={<FormattedMessage id="drafting.clauseTextWhy" />}
          lines={6}
          isNeeded
          value={text}
          onChange={setText}
          most={4000}
        />
        {clause.origin !== "template" && (
          <p>
            <button
              type="button"
              className="plain-button"
              disabled={wording.isPending}
              onClick={() => wording.mutate({ ...same, text: "" })}
            >
              <FormattedMessage
                id={clause.origin === "own" ? "drafting.dropClause" : "drafting.backToTemplate"}
              />
            </button>
          </p>
        )}
      </Form>
    </details>
  );
}

const empty = { title: "", text: "", after: "object" };

export function AddClause({ draft, text: { clauses, language } }: { draft: Draft; text: DraftText }) {
  const [typed, setTyped] = useState(empty);
  const wording = useWord(draft);
  const set = (change: Partial<typeof empty>) => setTyped({ ...typed, ...change });
  return (
    <details className="make not-printed">
      <summary>
        <FormattedMessage id="drafting.addClause" />
      </summary>
      <Form
        onSend={() => wording.mutate({ ...typed, language })}
        isSending={wording.isPending}
        error={wording.error}
        action={<FormattedMessage id="drafting.addAction" />}
      >
        <ChoiceField
          label={<FormattedMessage id="drafting.after" />}
          value={typed.after}
          onChange={(after) => set({ after })}
          options={clauses.map(({ key, title }) => ({ value: key, words: title }))}
        />
        <TextField
          label={<FormattedMessage id="drafting.clauseTitle" />}
          isNeeded
          value={typed.title}
          onChange={(title) => set({ title })}
          most={300}
        />
        <TextField
          label={<FormattedMessage id="drafting.clauseText" />}
          why={<FormattedMessage id="drafting.clauseTextWhy" />}
          lines={5}
          isNeeded
          value={typed.text}
          onChange={(text) => set({ text })}
          most={4000}
        />
      </Form>
    </details>
  );
}
