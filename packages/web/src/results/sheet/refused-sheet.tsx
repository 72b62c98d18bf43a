import { FormattedMessage } from "react-intl";
import type { Upload } from "../../api/uploads.ts";

interface RefusedProps {
  readonly upload: Upload;
  readonly onOther: () => void;
}

/** The whole file was refused: why, and what would be accepted. */
export function Refused({ upload, onOther }: RefusedProps) {
  return (
    <div className="answer" role="alert">
      <p className="refusal">{upload.refusal?.message}</p>
      <p>
        <button type="button" className="button" onClick={onOther}>
          <FormattedMessage id="sheet.another" />
        </button>
      </p>
    </div>
  );
}
