import { FormattedMessage } from "react-intl";
import type { Upload } from "../../api/uploads.ts";
import { Name } from "../../language/figures.tsx";

interface AtWorkProps {
  /** Undefined while the file is on its way. */
  readonly upload: Upload | undefined;
  readonly file: File;
}

/** What is going on with the file, and how far it is where that is known. */
export function AtWork({ upload, file }: AtWorkProps) {
  const isReading = upload?.stage === "reading" || upload?.stage === "rows";
  const isMeasured = upload !== undefined && isReading && upload.bytesRead > 0;
  return (
    <div className="answer" role="status">
      <p>
        <Name>{file.name}</Name>
      </p>
      <label className="sheet-progress">
        <span>
          {upload === undefined ? (
            <FormattedMessage id="sheet.sending" />
          ) : upload.stage === null ? (
            <FormattedMessage id="sheet.inLine" />
          ) : (
            <FormattedMessage id={`core.sheets.stage.${upload.stage}`} />
          )}
        </span>
        <progress {...(isMeasured && { value: upload.bytesRead, max: upload.bytes })} />
      </label>
      <p className="small muted">
        <FormattedMessage id={upload?.dryRun === false ? "sheet.recordingWhy" : "sheet.tryingWhy"} />
      </p>
    </div>
  );
}
