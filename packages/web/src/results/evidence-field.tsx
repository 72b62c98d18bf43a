// The paper that proves it: which one, the file, and the number by which the office finds it again.
import { useId } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { EvidenceKind } from "../api/results.ts";
import { ChoiceField, TextField } from "../form/fields.tsx";
import { FileInput } from "../form/file-input.tsx";

export const evidenceKinds: readonly EvidenceKind[] = [
  "contract",
  "wage_declaration",
  "certificate",
  "attendance",
  "register_extract",
  "order",
  "invoice",
  "minutes",
  "photo",
  "other",
];

const accepted = ".pdf,.jpg,.jpeg,.png,.webp,.heic,.xlsx,.docx,.csv,.txt";

export interface EvidenceGiven {
  readonly kind: EvidenceKind;
  readonly file: File | null;
  readonly reference: string;
}

interface EvidenceFieldProps {
  readonly value: EvidenceGiven;
  readonly onChange: (value: EvidenceGiven) => void;
}

export function EvidenceField({ value, onChange }: EvidenceFieldProps) {
  const id = useId();
  const intl = useIntl();
  return (
    <fieldset className="question-group bare-fieldset">
      <legend>
        <FormattedMessage id="results.evidence" />
      </legend>
      <ChoiceField
        label={<FormattedMessage id="results.evidenceKind" />}
        value={value.kind}
        onChange={(chosen) =>
          onChange({ ...value, kind: evidenceKinds.find((one) => one === chosen) ?? "other" })
        }
        options={evidenceKinds.map((one) => ({
          value: one,
          words: intl.formatMessage({ id: `results.kind.${one}` }),
        }))}
      />
      <div className="question">
        <label htmlFor={id}>
          <FormattedMessage id="results.file" />
        </label>
        <p className="small muted" id={`${id}-why`}>
          <FormattedMessage id="results.fileWhy" />
        </p>
        <FileInput
          control={{ id, "aria-describedby": `${id}-why` }}
          accepted={accepted}
          files={value.file === null ? [] : [value.file]}
          onFiles={([file = null]) => onChange({ ...value, file })}
        />
      </div>
      <TextField
        label={<FormattedMessage id="results.reference" />}
        why={<FormattedMessage id="results.referenceWhy" />}
        most={200}
        value={value.reference}
        onChange={(reference) => onChange({ ...value, reference })}
      />
    </fieldset>
  );
}
