// A file is chosen with words of the application: those of the browser are in its own language.
import { FormattedMessage } from "react-intl";
import type { Control } from "./control.ts";

interface FileInputProps {
  /** What ties it to its word. */
  readonly control: Control;
  /** Endings, as the browser's chooser takes them. */
  readonly accepted: string;
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
}

export function FileInput({ control, accepted, file, onFile }: FileInputProps) {
  return (
    <span className="file-input">
      <input
        {...control}
        type="file"
        className="unseen"
        accept={accepted}
        onChange={(event) => onFile(event.target.files?.[0] ?? null)}
      />
      <label className="button" htmlFor={control.id}>
        <FormattedMessage id="form.chooseFile" />
      </label>
      <span className="small muted" aria-live="polite">
        {file === null ? <FormattedMessage id="form.noFile" /> : <bdi>{file.name}</bdi>}
      </span>
    </span>
  );
}
