// A file is chosen with words of the application: those of the browser are in its own language.
import { FormattedMessage } from "react-intl";
import type { Control } from "./control.ts";

interface FileInputProps {
  /** What ties it to its word. */
  readonly control: Control;
  /** Endings, as the browser's chooser takes them. */
  readonly accepted: string;
  readonly files: readonly File[];
  readonly isMany?: boolean;
  /** Each file stands by name further down: here it is only said how many there are. */
  readonly isNamedBelow?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function FileInput({
  control,
  accepted,
  files,
  isMany = false,
  isNamedBelow = false,
  onFiles,
}: FileInputProps) {
  return (
    <span className="file-input">
      <input
        {...control}
        type="file"
        className="unseen"
        accept={accepted}
        multiple={isMany}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // the same file, mended meanwhile, can be chosen again
          target.value = "";
        }}
      />
      <label className="button" htmlFor={control.id}>
        <FormattedMessage id={isMany ? "form.chooseFiles" : "form.chooseFile"} />
      </label>
      <span className="small muted" aria-live="polite">
        {files.length === 0 ? (
          <FormattedMessage id="form.noFile" />
        ) : isNamedBelow ? (
          <FormattedMessage id="form.filesChosen" values={{ count: files.length }} />
        ) : (
          files.map((file) => (
            <bdi key={file.name} className="chosen-file">
              {file.name}
            </bdi>
          ))
        )}
      </span>
    </span>
  );
}
