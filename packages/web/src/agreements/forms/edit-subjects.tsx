// What the agreement is about: fields of cooperation, strands, sectors, objectives, missions, tags.
import { useQueryClient } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { api, given } from "../../api/client.ts";
import type { Agreement } from "../../api/read.ts";
import { AddForm } from "../../form/add-form.tsx";
import { AskChoice, AskText } from "../../form/asked.tsx";
import { RemoveButton } from "../../form/remove-button.tsx";
import { useAfter } from "../../form/use-after.ts";
import { useForm } from "../../form/use-form.ts";
import { Name } from "../../language/figures.tsx";
import { Section } from "../section.tsx";
import { codeOf } from "./code-of.ts";
import { isFixed } from "./is-fixed.ts";

type Subject = Agreement["fields"][number];
const kinds = ["field", "strand", "sector", "objective", "mission", "tag"] as const;

export function EditSubjects({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const client = useQueryClient();
  const words = (subject: Subject) => subject.label ?? subject.code.replaceAll("_", " ");
  const remove = async ({ kind, code }: Subject, reason: string) => {
    await given(
      api.POST("/api/v1/agreements/{agreement}/fields/removal", {
        params: { path: { agreement: agreement.reference } },
        body: { kind, code, reason },
      }),
    );
    await client.invalidateQueries();
  };
  return (
    <Section title={<FormattedMessage id="agreement.fields" />}>
      <ul className="row-list">
        {agreement.fields.map((subject) => {
          const kind = intl.formatMessage({ id: `agreement.fieldKind.${subject.kind}` });
          return (
            <li key={`${subject.kind} ${subject.code}`} className="part-row">
              <span>
                <Name>{words(subject)}</Name> <span className="small muted">{kind}</span>
              </span>
              {!isFixed(agreement) && (
                <RemoveButton
                  what={`${words(subject)} · ${kind}`}
                  onRemove={(reason) => remove(subject, reason)}
                />
              )}
            </li>
          );
        })}
      </ul>
      <AddSubject agreement={agreement} />
    </Section>
  );
}

function AddSubject({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: `subject of ${agreement.reference}`,
    recorded: { texts: { kind: "", label: "" }, revision: null },
    check: ({ kind, label }) => ({
      ...(kind === "" && { kind: { id: "form.fault.needed" } }),
      ...(label.trim() === "" && { label: { id: "form.fault.needed" } }),
    }),
    save: ({ kind, label }) =>
      given(
        api.POST("/api/v1/agreements/{agreement}/fields", {
          params: { path: { agreement: agreement.reference } },
          body: { kind: kind as Subject["kind"], code: codeOf(label), label: label.trim() },
        }),
      ),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "agreementForm.addSubject" })}>
      <AskChoice
        form={form}
        name="kind"
        isNeeded
        label="agreementForm.subjectKind"
        options={kinds.map((value) => ({ value, id: `agreement.fieldKind.${value}` }))}
      />
      <AskText
        form={form}
        name="label"
        isNeeded
        label="agreementForm.subject"
        why="agreementForm.subject.why"
      />
    </AddForm>
  );
}
