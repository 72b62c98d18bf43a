// When one is reminded of what is late: a mail a day from an hour of one's own, or none.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { ownReminders, type Reminders, setReminders } from "../api/account.ts";
import { Form, TextField } from "../form/fields.tsx";

export function OwnReminders() {
  const { data } = useQuery(ownReminders());
  if (!data) return null;
  return (
    <section>
      <h2>
        <FormattedMessage id="account.reminders" />
      </h2>
      <p className="small muted">
        <FormattedMessage id="account.remindersWhy" />
      </p>
      <RemindersForm key={JSON.stringify(data)} reminders={data} />
    </section>
  );
}

function RemindersForm({ reminders }: { reminders: Reminders }) {
  const client = useQueryClient();
  const [wanted, setWanted] = useState(reminders.wanted);
  const [weekends, setWeekends] = useState(reminders.weekends);
  const [hour, setHour] = useState(String(reminders.hour));
  const saving = useMutation({
    mutationFn: () => setReminders({ wanted, weekends, hour: Number(hour) }),
    onSuccess: () => client.invalidateQueries(ownReminders()),
  });
  return (
    <Form
      onSend={() => saving.mutate()}
      isSending={saving.isPending}
      error={saving.error}
      action={<FormattedMessage id="account.remindersSave" />}
    >
      <label className="tick">
        <input type="checkbox" checked={wanted} onChange={({ target }) => setWanted(target.checked)} />{" "}
        <FormattedMessage id="account.remindersWanted" />
      </label>
      {wanted && (
        <>
          <TextField
            label={<FormattedMessage id="account.remindersHour" />}
            why={<FormattedMessage id="account.remindersHourWhy" />}
            type="number"
            least={6}
            isNeeded
            value={hour}
            onChange={setHour}
          />
          <label className="tick">
            <input
              type="checkbox"
              checked={weekends}
              onChange={({ target }) => setWeekends(target.checked)}
            />{" "}
            <FormattedMessage id="account.remindersWeekends" />
          </label>
        </>
      )}
    </Form>
  );
}
