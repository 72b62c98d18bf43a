// After how many months something is an alarm, and after how many days somebody is reminded of it again.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { alarmTerms, reminderTerms, setAlarmTerm, setReminderTerm } from "../api/alarms.ts";
import bodies from "../form/bodies.gen.json";
import { DatedTerms } from "./dated-terms.tsx";

const alarmNames = ["letter", "dormant", "attestation"] as const;
const reminderNames = ["again", "escalated"] as const;

export function TermsSection() {
  const intl = useIntl();
  const { data: ofAlarms = [] } = useQuery(alarmTerms());
  const { data: ofReminders = [] } = useQuery(reminderTerms());
  return (
    <div className="alarm-terms">
      <DatedTerms
        title={<FormattedMessage id="alarms.terms" />}
        names={alarmNames}
        terms={ofAlarms.map(({ months, ...one }) => ({ ...one, count: months }))}
        setting={{
          form: "alarm term",
          action: intl.formatMessage({ id: "alarms.setTerm" }),
          ask: <FormattedMessage id="alarms.months" />,
          rules: { ...bodies.setAlarmTerm, count: bodies.setAlarmTerm.months },
          save: ({ count, ...told }) => setAlarmTerm({ ...told, months: count }),
        }}
      />
      <DatedTerms
        title={<FormattedMessage id="alarms.reminderTerms" />}
        names={reminderNames}
        terms={ofReminders.map(({ days, ...one }) => ({ ...one, count: days }))}
        setting={{
          form: "reminder term",
          action: intl.formatMessage({ id: "alarms.setReminderTerm" }),
          ask: <FormattedMessage id="alarms.days" />,
          rules: { ...bodies.setReminderTerm, count: bodies.setReminderTerm.days },
          save: ({ count, ...told }) => setReminderTerm({ ...told, days: count }),
        }}
      />
    </div>
  );
}
