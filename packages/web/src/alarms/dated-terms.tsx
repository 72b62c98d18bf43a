// Settings with a day and a source: how long something may take. A past day keeps what it had.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import type { BodyRules } from "../form/check-body.ts";
import { needed } from "../form/needed.ts";
import { wholeNumber } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { Day, Name } from "../language/figures.tsx";
import "../agreements/forms/agreement-forms.css";
import "./alarms.css";

export interface ShownTerm {
  readonly term: string;
  readonly count: number;
  readonly source: string | null;
  readonly from: string | null;
}

interface DatedTermsProps<Term extends string> {
  readonly title: ReactNode;
  readonly names: readonly Term[];
  readonly terms: readonly ShownTerm[];
  readonly setting: Setting<Term>;
}

interface Setting<Term extends string> {
  /** The form's name, under which its draft is kept. */
  readonly form: string;
  readonly action: string;
  /** What is asked: how many days, how many months. */
  readonly ask: ReactNode;
  /** The field of the body that says how many, and what the API asks of it. */
  readonly rules: BodyRules;
  readonly save: (told: { term: Term; count: number; from: string; source: string }) => Promise<unknown>;
}

export function DatedTerms<Term extends string>({ title, names, terms, setting }: DatedTermsProps<Term>) {
  const { data: who } = useQuery(me());
  return (
    <details className="add-part">
      <summary>{title}</summary>
      <ul className="row-list">
        {terms.map(({ term, count, source, from }) => (
          <li key={`${term} ${from}`}>
            <FormattedMessage id={`alarms.term.${term}`} values={{ count }} />
            <span className="small muted">
              {" · "}
              {from ? (
                <FormattedMessage id="figures.from" values={{ from: <Day value={from} /> }} />
              ) : (
                <FormattedMessage id="alarms.asItComes" />
              )}
              {source && (
                <>
                  {" · "}
                  <Name>{source}</Name>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {may(who, "alarms.set_term") && <SetTerm names={names} setting={setting} />}
    </details>
  );
}

function SetTerm<Term extends string>({ names, setting }: Pick<DatedTermsProps<Term>, "names" | "setting">) {
  const intl = useIntl();
  const client = useQueryClient();
  const form = useForm({
    name: setting.form,
    recorded: { texts: { term: "", count: "", from: "", source: "" }, revision: null },
    rules: setting.rules,
    check: (values) => needed(values, "term", "count", "from", "source"),
    about: { "kernel.term_too_early": "from" },
    save: async ({ term, count, from, source }) => {
      const chosen = names.find((one) => one === term);
      if (chosen === undefined) return;
      await setting.save({ term: chosen, count: wholeNumber(count) ?? 0, from, source: source.trim() });
    },
    onSaved: () => {
      form.startAgain();
      void client.invalidateQueries();
    },
  });
  return (
    <AddForm form={form} action={setting.action}>
      <AskChoice
        form={form}
        name="term"
        isNeeded
        label="alarms.whichTerm"
        options={names.map((value) => ({ value, words: intl.formatMessage({ id: `alarms.ask.${value}` }) }))}
      />
      <AskText form={form} name="count" digits isNeeded label={setting.ask} />
      <AskText form={form} name="from" type="date" isNeeded label="alarms.from" />
      <AskText form={form} name="source" isNeeded label="alarms.source" why="alarms.sourceWhy" />
    </AddForm>
  );
}
