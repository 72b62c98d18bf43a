import { FormattedMessage } from "react-intl";
import type { Upload } from "../../api/uploads.ts";
import { Name } from "../../language/figures.tsx";
import { Tally } from "./tally.tsx";

interface RecordedProps {
  readonly upload: Upload;
  readonly onOther: () => void;
}

/** The report of what was recorded; the file itself is destroyed by then. */
export function Recorded({ upload, onOther }: RecordedProps) {
  return (
    <div className="saved" role="status">
      <h2>
        <FormattedMessage id="sheet.recorded" values={{ name: <Name>{upload.name}</Name> }} />
      </h2>
      {upload.outcome && <Tally outcome={upload.outcome} />}
      <p className="small muted">
        <FormattedMessage id="sheet.destroyed" />
      </p>
      <p>
        <button type="button" className="button" onClick={onOther}>
          <FormattedMessage id="sheet.another" />
        </button>
      </p>
    </div>
  );
}
