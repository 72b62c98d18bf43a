// Sets what a partner is to report, how often, and how many days it has after each period.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Agreement } from "../api/read.ts";
import { reportsOf, scheduleReports } from "../api/reports.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { useLanguages } from "../users/languages.ts";

const kinds = ["activity", "financial", "final"] as const;

export function ScheduleForm({ agreement }: { agreement: Agreement }) {
  const client = useQueryClient();
  const parties = new Map(agreement.partiesInFull.map((party) => [party.reference, party.presentName]));
  const [typed, setTyped] = useState({
    ...{
      organisation: [...parties.keys()][0] ?? "",
      kind: kinds[0] as string,
      months: "3",
      from: "",
      until: "",
    },
    ...{ days: "30", language: useLocale() as string },
  });
  const set = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const making = useMutation({
    mutationFn: () =>
      scheduleReports({
        ...{ agreement: agreement.reference, organisation: typed.organisation, from: typed.from },
        kind: kinds.find((one) => one === typed.kind) ?? kinds[0],
        everyMonths: typed.months === "" ? null : Number(typed.months),
        until: typed.until === "" ? null : typed.until,
        daysAfter: Number(typed.days),
        language: typed.language === "ar" || typed.language === "en" ? typed.language : "fr",
      }),
    onSuccess: () => client.invalidateQueries(reportsOf(agreement.reference)),
  });
  return (
    <details className="make not-printed">
      <summary>
        <FormattedMessage id="report.schedule" />
      </summary>
      <Form
        onSend={() => making.mutate()}
        isSending={making.isPending}
        error={making.error}
        action={<FormattedMessage id="report.scheduleAction" />}
      >
        <WhoAndWhat typed={typed} set={set} parties={[...parties]} />
        <Rhythm typed={typed} set={set} />
      </Form>
      {making.isSuccess && (
        <p className="done" role="status">
          <FormattedMessage id="report.scheduled" values={{ count: making.data.reports }} />
        </p>
      )}
    </details>
  );
}

interface Typed {
  readonly organisation: string;
  readonly kind: string;
  readonly months: string;
  readonly from: string;
  readonly until: string;
  readonly days: string;
  readonly language: string;
}
interface PartProps {
  readonly typed: Typed;
  readonly set: (change: Partial<Typed>) => void;
}

function WhoAndWhat({
  typed,
  set,
  parties,
}: PartProps & { readonly parties: readonly (readonly [string, string])[] }) {
  const intl = useIntl();
  const languages = useLanguages();
  return (
    <>
      <ChoiceField
        label={<FormattedMessage id="report.who" />}
        value={typed.organisation}
        onChange={(organisation) => set({ organisation })}
        options={parties.map(([value, words]) => ({ value, words }))}
      />
      <ChoiceField
        label={<FormattedMessage id="report.what" />}
        value={typed.kind}
        onChange={(kind) => set({ kind })}
        options={kinds.map((value) => ({ value, words: intl.formatMessage({ id: `report.kind.${value}` }) }))}
      />
      <ChoiceField
        label={<FormattedMessage id="users.language" />}
        value={typed.language}
        onChange={(language) => set({ language })}
        options={languages}
      />
    </>
  );
}

function Rhythm({ typed, set }: PartProps) {
  return (
    <>
      <TextField
        label={<FormattedMessage id="report.months" />}
        why={<FormattedMessage id="report.monthsWhy" />}
        type="number"
        least={1}
        value={typed.months}
        onChange={(months) => set({ months })}
      />
      <TextField
        label={<FormattedMessage id="report.from" />}
        type="date"
        isNeeded
        value={typed.from}
        onChange={(from) => set({ from })}
      />
      <TextField
        label={<FormattedMessage id="report.until" />}
        why={<FormattedMessage id="report.untilWhy" />}
        type="date"
        value={typed.until}
        onChange={(until) => set({ until })}
      />
      <TextField
        label={<FormattedMessage id="report.days" />}
        type="number"
        least={0}
        isNeeded
        value={typed.days}
        onChange={(days) => set({ days })}
      />
    </>
  );
}
