// An English name for the event, for the English screens; what the texts call it stays.
import { useIntl } from "react-intl";
import { api, given } from "../../api/client.ts";
import type { Event } from "../../api/read.ts";
import { AddForm } from "../../form/add-form.tsx";
import { AskText } from "../../form/asked.tsx";
import bodies from "../../form/bodies.gen.json";
import { needed } from "../../form/needed.ts";
import { useAfter } from "../../form/use-after.ts";
import { useForm } from "../../form/use-form.ts";

export function SayInEnglish({ event: { reference, nameEn } }: { event: Event }) {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: `english of ${reference}`,
    recorded: { texts: { text: nameEn ?? "" }, revision: null },
    rules: bodies.sayInEnglish,
    check: (values) => needed(values, "text"),
    save: ({ text }) =>
      given(api.POST("/api/v1/events/english-names", { body: { event: reference, text: text.trim() } })),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "eventForm.sayInEnglish" })}>
      <AskText form={form} name="text" isNeeded label="eventForm.english" why="eventForm.inEnglish.why" />
    </AddForm>
  );
}
