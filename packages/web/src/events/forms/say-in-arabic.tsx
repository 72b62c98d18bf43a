// An Arabic name for the event, a part or a topic of it; nobody has read it yet, and every Arabic screen says so.
import { useIntl } from "react-intl";
import { api, given } from "../../api/client.ts";
import type { Event } from "../../api/read.ts";
import { AddForm } from "../../form/add-form.tsx";
import { AskChoice, AskText } from "../../form/asked.tsx";
import { needed } from "../../form/needed.ts";
import { orNull } from "../../form/texts.ts";
import { useAfter } from "../../form/use-after.ts";
import { useForm } from "../../form/use-form.ts";

export function SayInArabic({ event }: { event: Event }) {
  const intl = useIntl();
  const after = useAfter();
  const { reference, parts, topics } = event;
  const form = useForm({
    name: `arabic of ${reference}`,
    recorded: { texts: { row: "", text: "" }, revision: null },
    check: (values) => needed(values, "text"),
    save: ({ row, text }) =>
      given(
        api.POST("/api/v1/events/translations", {
          body: { event: reference, rowId: orNull(row), text: text.trim(), reviewed: false },
        }),
      ),
    onSaved: () => after(form),
  });
  const rows = [
    ...parts.flatMap(({ id, topic }) => (topic === null ? [] : [{ value: id, words: topic }])),
    ...topics.map(({ id, label }) => ({ value: id, words: label })),
  ];
  const own = event.name ?? intl.formatMessage({ id: `event.kind.${event.kind}` });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "eventForm.sayInArabic" })}>
      <AskChoice form={form} name="row" label="eventForm.saidOf" none={own} options={rows} />
      <AskText form={form} name="text" isNeeded label="eventForm.inArabic" why="eventForm.inArabic.why" />
    </AddForm>
  );
}
