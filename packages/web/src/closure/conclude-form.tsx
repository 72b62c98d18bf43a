// Closes the agreement: what was learnt, the final report, and where something is open, why it closes all the same.
import { useQueryClient } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { concludeAgreement } from "../api/closure.ts";
import type { Agreement } from "../api/read.ts";
import { AskDocument, useGivenDocument } from "../form/ask-document.tsx";
import { AskText } from "../form/asked.tsx";
import { FormShell } from "../form/form-shell.tsx";
import { needed } from "../form/needed.ts";
import { orNull } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";

export function ConcludeForm({ agreement, isOpen }: { agreement: Agreement; isOpen: boolean }) {
  const { reference, space } = agreement;
  const intl = useIntl();
  const client = useQueryClient();
  const report = useGivenDocument(space, "report");
  const form = useForm({
    name: `closing of ${reference}`,
    recorded: { texts: { lessons: "", document: "", reason: "" }, revision: null },
    check: (values) => needed(values, "lessons"),
    about: { "closure.still_open": "reason", "sources.file_type_refused": "document" },
    save: async ({ lessons, document, reason }) =>
      concludeAgreement(reference, {
        lessons: lessons.trim(),
        documentId: await report.idOf(
          document,
          `${intl.formatMessage({ id: "closure.report" })} · ${reference}`,
        ),
        reason: orNull(reason),
      }),
    onSaved: () => void client.invalidateQueries(),
  });
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: "closure.conclude" })}
      action={<FormattedMessage id="closure.conclude" />}
      nameOf={(name) => <FormattedMessage id={`closure.ask.${name}`} />}
    >
      <AskText
        form={form}
        name="lessons"
        lines={4}
        isNeeded
        label="closure.ask.lessons"
        why="closure.ask.lessonsWhy"
      />
      <AskDocument
        form={form}
        name="document"
        space={space}
        kind="report"
        given={report}
        label="closure.ask.document"
      />
      {isOpen && (
        <AskText form={form} name="reason" lines={2} label="closure.ask.reason" why="closure.ask.reasonWhy" />
      )}
    </FormShell>
  );
}
