// A clause in other words, or one of its own. Figures are put in by what they are called, and never typed.
import { useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import {
  type Draft,
  type DraftClause,
  type DraftText,
  draft as draftQuery,
  type TextLanguage,
  wordClause,
} from "../api/drafting.ts";
import { Waiting } from "../app/waiting.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { type FormState, useForm } from "../form/use-form.ts";
import { useLocale } from "../language/language-provider.tsx";
import { Unsaved } from "./comment-forms.tsx";
import { strangeName } from "./strange-name.ts";
import { inWords, leftToRight, type Names, useNames } from "./use-names.ts";
import { wordingOf } from "./wording.ts";

// the editor is fetched when somebody writes
const WordingField = lazy(() => import("./wording-field.tsx").then((one) => ({ default: one.WordingField })));

const about = { "drafting.name_unknown": "text", "drafting.clause_unknown": "after" } as const;

/** What the field of the words refuses, with what it accepts. */
function faultsOf(text: string, names: Names | null) {
  const name = names && strangeName(text, names.known);
  return name
    ? {
        text: {
          id: "drafting.fault.name",
          values: { name: leftToRight(name), known: names?.accepted ?? "" },
        },
      }
    : {};
}

interface Written {
  readonly title: string;
  readonly text: string;
}

const writtenOf = (clause: DraftClause | undefined): Written => ({
  title: clause?.title ?? "",
  text: clause === undefined ? "" : wordingOf(clause),
});

/** The clause as it stands now, asked when somebody else has saved meanwhile. */
function useClauseNow({ agreement }: Draft, language: TextLanguage, key: string) {
  const client = useQueryClient();
  return async () => {
    const { content, revision } = await client.fetchQuery({ ...draftQuery(agreement), staleTime: 0 });
    const text = content.texts.find((one) => one.language === language);
    return { texts: writtenOf(text?.clauses.find((one) => one.key === key)), revision };
  };
}

interface EditProps {
  readonly draft: Draft;
  readonly clause: DraftClause;
  readonly language: TextLanguage;
}

export function EditClause({ draft, clause, language }: EditProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const place = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(false);
  const names = useNames(draft.agreement, language, isOpen);
  const { agreement, revision } = draft;
  const form = useForm<"title" | "text", { revision: number }>({
    name: `clause ${agreement} ${language} ${clause.key}`,
    recorded: { texts: writtenOf(clause), revision },
    rules: bodies.wordClause,
    check: ({ text }) => faultsOf(text, names),
    about: { "drafting.name_unknown": "text" },
    readAgain: useClauseNow(draft, language, clause.key),
    revisionOf: ({ revision: saved }) => saved,
    save: ({ title, text }, _changed, of) =>
      wordClause(agreement, { clause: clause.key, language, title, text, revision: of }),
    onSaved: () => {
      if (place.current) place.current.open = false;
      place.current?.querySelector("summary")?.focus();
      void client.invalidateQueries({ queryKey: ["draft", agreement] });
    },
  });
  return (
    <WritingPlace place={place} onOpen={setOpen} className="make clause-edit not-printed">
      <summary className="small">
        <FormattedMessage id="drafting.editClause" />
        <span className="unseen"> {clause.title}</span>
        {form.isChanged && <Unsaved />}
      </summary>
      {isOpen && (
        <FormShell
          form={form}
          isSmall
          label={`${intl.formatMessage({ id: "drafting.editClause" })} ${clause.title}`}
          action={<FormattedMessage id="drafting.editAction" />}
          nameOf={nameOf}
          wordsOf={(_name, text) => inWords(text, names)}
        >
          <TitleAndWords form={form} language={language} names={names} />
          <BackToTemplate draft={draft} clause={clause} language={language} onDone={form.startAgain} />
        </FormShell>
      )}
    </WritingPlace>
  );
}

const nameOf = (name: string) => <FormattedMessage id={`drafting.name.${name}`} />;

interface PlaceProps {
  readonly place?: React.Ref<HTMLDetailsElement>;
  readonly className: string;
  readonly onOpen: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** Within a text of another language, its questions are the reader's. */
function WritingPlace({ place, className, onOpen, children }: PlaceProps) {
  const locale = useLocale();
  return (
    <details
      ref={place}
      className={className}
      lang={locale}
      dir={locale === "ar" ? "rtl" : "ltr"}
      onToggle={({ currentTarget }) => onOpen(currentTarget.open)}
    >
      {children}
    </details>
  );
}

interface WordsProps<Name extends string> {
  readonly form: FormState<Name | "title" | "text">;
  readonly language: TextLanguage;
  readonly names: Names | null;
}

function TitleAndWords<Name extends string>({ form, language, names }: WordsProps<Name>) {
  return (
    <>
      <AskText
        form={form}
        name="title"
        label={<FormattedMessage id="drafting.clauseTitle" />}
        isNeeded={false}
      />
      <Suspense fallback={<Waiting lines={4} />}>
        <WordingField
          value={form.values.text}
          onChange={(text) => form.set("text", text)}
          onLeave={() => form.leave("text")}
          fault={form.faultOf("text")}
          language={language}
          names={names}
        />
      </Suspense>
    </>
  );
}

function BackToTemplate({ draft, clause, language, onDone }: EditProps & { readonly onDone: () => void }) {
  const client = useQueryClient();
  const { agreement, revision } = draft;
  if (clause.origin === "template") return null;
  const giveBack = async () => {
    await wordClause(agreement, { clause: clause.key, language, text: "", revision });
    onDone();
    await client.invalidateQueries({ queryKey: ["draft", agreement] });
  };
  return (
    <p>
      <button type="button" className="plain-button" onClick={() => void giveBack()}>
        <FormattedMessage id={clause.origin === "own" ? "drafting.dropClause" : "drafting.backToTemplate"} />
      </button>
    </p>
  );
}

export function AddClause({ draft, text: { clauses, language } }: { draft: Draft; text: DraftText }) {
  const intl = useIntl();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { agreement, revision } = draft;
  const names = useNames(agreement, language, isOpen);
  const after = clauses.find(({ key }) => key === "object")?.key ?? clauses[0]?.key ?? "object";
  const texts = { title: "", text: "", after };
  const now = useClauseNow(draft, language, "");
  const form = useForm<keyof typeof texts, { revision: number }>({
    name: `clause ${agreement} ${language} new`,
    recorded: { texts, revision },
    rules: { ...bodies.wordClause, title: { ...bodies.wordClause.title, needed: true } },
    check: ({ text }) => faultsOf(text, names),
    about,
    readAgain: async () => ({ texts, revision: (await now()).revision }),
    save: (values, _changed, of) => wordClause(agreement, { ...values, language, revision: of }),
    onSaved: () => {
      form.startAgain();
      void client.invalidateQueries({ queryKey: ["draft", agreement] });
    },
  });
  return (
    <WritingPlace onOpen={setOpen} className="make not-printed">
      <summary>
        <FormattedMessage id="drafting.addClause" />
        {form.isChanged && <Unsaved />}
      </summary>
      {isOpen && (
        <FormShell
          form={form}
          isSmall
          label={intl.formatMessage({ id: "drafting.addClause" })}
          action={<FormattedMessage id="drafting.addAction" />}
          nameOf={nameOf}
          wordsOf={(_name, text) => inWords(text, names)}
        >
          <AskChoice
            form={form}
            name="after"
            isNeeded
            label={<FormattedMessage id="drafting.after" />}
            options={clauses.map(({ key, title }) => ({ value: key, words: title }))}
          />
          <TitleAndWords form={form} language={language} names={names} />
        </FormShell>
      )}
    </WritingPlace>
  );
}
