// Quotes words of a document for something of the register: they are found where they stand, and the passage, what it
// gives and the link are written in one request, or nothing is.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { document as documentQuery } from "../api/read.ts";
import type { Space } from "../app/address.ts";
import { ChoiceField, Form } from "../form/fields.tsx";
import { PassageChoice, type Words } from "./passage-choice.tsx";
import { documentsOf } from "./read-documents.ts";

/** As the API takes them. */
export interface QuotedWords {
  readonly documentId: string;
  readonly passage: { readonly start: number; readonly end: number; readonly content: string };
}

interface CiteFormProps {
  readonly space: Space;
  /** Its documents stand first. */
  readonly agreement: string | null;
  readonly cite: (words: QuotedWords) => Promise<unknown>;
  /** When they are joined: what was written beside is emptied. */
  readonly onCited: () => void;
  /** What else is asked: what the words give, and which number. */
  readonly children?: ReactNode;
}

export function CiteForm({ space, agreement, cite, onCited, children }: CiteFormProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const [chosen, setChosen] = useState("");
  const [words, setWords] = useState<Words | null>(null);
  const { data: documents } = useQuery(documentsOf(space, agreement));
  const { data: document } = useQuery({ ...documentQuery(chosen), enabled: chosen !== "" });
  const citing = useMutation({
    mutationFn: async () => {
      if (words === null) return;
      const { start, end, text } = words;
      await cite({ documentId: chosen, passage: { start, end, content: text } });
    },
    onSuccess: async () => {
      setWords(null);
      onCited();
      await client.invalidateQueries();
    },
  });
  if (documents?.length === 0) {
    return (
      <p className="muted">
        <FormattedMessage id="words.noDocument" />
      </p>
    );
  }
  return (
    <Form
      onSend={() => citing.mutate()}
      isSending={citing.isPending || words === null}
      error={citing.error}
      action={<FormattedMessage id="words.join" />}
    >
      <ChoiceField
        label={<FormattedMessage id="words.document" />}
        isNeeded
        none={intl.formatMessage({ id: "form.choose" })}
        value={chosen}
        onChange={(id) => {
          setChosen(id);
          setWords(null);
        }}
        options={(documents ?? []).map(({ id, title }) => ({ value: id, words: title }))}
      />
      {document && (
        <PassageChoice key={citing.submittedAt} document={document} words={words} onWords={setWords} />
      )}
      {children}
    </Form>
  );
}
