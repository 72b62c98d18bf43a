// After how many months something is an alarm: a setting with a day and a source; a past day keeps what it had.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { alarmTerms, setAlarmTerm } from "../api/alarms.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import { needed } from "../form/needed.ts";
import { wholeNumber } from "../form/texts.ts";
import { useAfter } from "../form/use-after.ts";
import { useForm } from "../form/use-form.ts";
import { Day, Name } from "../language/figures.tsx";
import "../agreements/forms/agreement-forms.css";

const names = ["letter", "dormant"] as const;

export function TermsSection() {
  const { data: who } = useQuery(me());
  const { data = [] } = useQuery(alarmTerms());
  return (
    <details className="add-part">
      <summary>
        <FormattedMessage id="alarms.terms" />
      </summary>
      <ul className="row-list">
        {data.map(({ term, months, source, from }) => (
          <li key={`${term} ${from}`}>
            <FormattedMessage id={`alarms.term.${term}`} values={{ months }} />
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
      {may(who, "alarms.set_term") && <SetTerm />}
    </details>
  );
}

function SetTerm() {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: "alarm term",
    recorded: { texts: { term: "", months: "", from: "", source: "" }, revision: null },
    check: (values) => ({
      ...needed(values, "term", "months", "from", "source"),
      ...(values.months !== "" &&
        wholeNumber(values.months) === null && { months: { id: "form.fault.number" } }),
    }),
    about: { "alarms.term_too_early": "from" },
    save: ({ term, months, from, source }) =>
      setAlarmTerm({
        term: names.find((one) => one === term) ?? "letter",
        months: wholeNumber(months) ?? 0,
        ...{ from, source: source.trim() },
      }),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "alarms.setTerm" })}>
      <AskChoice
        form={form}
        name="term"
        isNeeded
        label="alarms.whichTerm"
        options={names.map((value) => ({ value, id: `alarms.ask.${value}` }))}
      />
      <AskText form={form} name="months" digits isNeeded label="alarms.months" />
      <AskText form={form} name="from" type="date" isNeeded label="alarms.from" />
      <AskText form={form} name="source" isNeeded label="alarms.source" why="alarms.sourceWhy" />
    </AddForm>
  );
}
