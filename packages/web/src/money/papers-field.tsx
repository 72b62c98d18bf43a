// The papers of an amount: each file with what it is and the number by which the office finds the original again.
import { useId } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type PaperKind, paperKinds } from "../api/funding.ts";
import { ChoiceField, TextField } from "../form/fields.tsx";
import { FileInput } from "../form/file-input.tsx";
import { Name } from "../language/figures.tsx";
import "../results/results.css";

export interface PaperGiven {
  readonly file: File;
  readonly kind: PaperKind;
  readonly number: string;
}

interface PapersFieldProps {
  readonly papers: readonly PaperGiven[];
  readonly usual: PaperKind;
  readonly onChange: (papers: readonly PaperGiven[]) => void;
  /** One file and no more. */
  readonly isSingle?: boolean;
}

const accepted = ".pdf,.jpg,.jpeg,.png,.webp,.heic,.xlsx,.docx,.csv,.txt";

export function PapersField({ papers, usual, onChange, isSingle = false }: PapersFieldProps) {
  const id = useId();
  const put = (at: number, change: Partial<PaperGiven>) =>
    onChange(papers.map((paper, index) => (index === at ? { ...paper, ...change } : paper)));
  return (
    <fieldset className="question-group bare-fieldset">
      <legend>
        <FormattedMessage id="paper.legend" />
      </legend>
      <div className="question">
        <label htmlFor={id}>
          <FormattedMessage id="paper.files" />
        </label>
        <p className="small muted" id={`${id}-why`}>
          <FormattedMessage id="paper.why" />
        </p>
        <FileInput
          control={{ id, "aria-describedby": `${id}-why` }}
          accepted={accepted}
          files={papers.map(({ file }) => file)}
          isMany={!isSingle}
          isNamedBelow
          onFiles={(files) => onChange(files.map((file) => ({ file, kind: usual, number: "" })))}
        />
      </div>
      {papers.map((paper, at) => (
        <OnePaper
          key={`${paper.file.name} ${paper.file.size}`}
          paper={paper}
          onChange={(change) => put(at, change)}
        />
      ))}
    </fieldset>
  );
}

interface OnePaperProps {
  readonly paper: PaperGiven;
  readonly onChange: (change: Partial<PaperGiven>) => void;
}

function OnePaper({ paper, onChange }: OnePaperProps) {
  const intl = useIntl();
  return (
    <fieldset className="question-pair bare-fieldset">
      <legend className="small muted">
        <Name>{paper.file.name}</Name>
      </legend>
      <ChoiceField
        label={<FormattedMessage id="paper.kind" />}
        value={paper.kind}
        onChange={(chosen) => onChange({ kind: paperKinds.find((one) => one === chosen) ?? "other" })}
        options={paperKinds.map((one) => ({
          value: one,
          words: intl.formatMessage({ id: `paper.kind.${one}` }),
        }))}
      />
      <TextField
        label={<FormattedMessage id="paper.number" />}
        most={300}
        value={paper.number}
        onChange={(number) => onChange({ number })}
      />
    </fieldset>
  );
}
