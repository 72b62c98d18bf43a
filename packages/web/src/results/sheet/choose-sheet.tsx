import { useMutation } from "@tanstack/react-query";
import { type DragEvent, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type SheetKind, sheetTemplate } from "../../api/uploads.ts";
import { ChoiceField, Refusal, TextField } from "../../form/fields.tsx";
import { keepFile } from "../../journal/keep-file.ts";
import { useLabel } from "../../language/figures.tsx";
import { type SentSheet, workbook } from "./sent-sheet.ts";

interface ChooseSheetProps {
  readonly kinds: readonly SheetKind[];
  readonly onSend: (sheet: SentSheet) => void;
  readonly isSending: boolean;
}

/** Which kind of sheet, its template, and the file itself: dropped or chosen. */
export function ChooseSheet({ kinds, onSend, isSending }: ChooseSheetProps) {
  const label = useLabel();
  const [kind, setKind] = useState("results");
  const [source, setSource] = useState("");
  const template = useMutation({
    mutationFn: () => sheetTemplate(kind),
    onSuccess: ({ name, base64 }) =>
      keepFile(
        Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
        name,
        workbook,
      ),
  });
  return (
    <div className="ask-form">
      <ChoiceField
        label={<FormattedMessage id="sheet.kind" />}
        value={kind}
        onChange={setKind}
        options={kinds.map((one) => ({ value: one.kind, words: label(one.title) }))}
      />
      <div>
        <button
          type="button"
          className="button"
          disabled={template.isPending}
          onClick={() => template.mutate()}
        >
          <FormattedMessage id="sheet.template" />
        </button>
        <p className="small muted">
          <FormattedMessage id="sheet.templateWhy" />
        </p>
        <Refusal error={template.error} />
      </div>
      {kind === "results" && (
        <TextField
          label={<FormattedMessage id="sheet.source" />}
          why={<FormattedMessage id="sheet.sourceWhy" />}
          most={40}
          value={source}
          onChange={setSource}
        />
      )}
      <DropSheet isBusy={isSending} onFile={(file) => onSend({ kind, file, source: source.trim() })} />
    </div>
  );
}

function DropSheet({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const intl = useIntl();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !isBusy) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the file is chosen with the field inside
    <div
      className="sheet-drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label>
        <span>
          <FormattedMessage id="sheet.drop" />
        </span>
        <span className="button file-button">
          <FormattedMessage id="form.chooseFile" />
        </span>
        <input
          type="file"
          className="unseen"
          accept=".xlsx,.csv"
          disabled={isBusy}
          aria-label={intl.formatMessage({ id: "sheet.choose" })}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onFile(file);
            event.target.value = "";
          }}
        />
      </label>
      <p className="small muted">
        <FormattedMessage id="sheet.forms" />
      </p>
    </div>
  );
}
