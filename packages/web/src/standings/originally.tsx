import { FormattedMessage } from "react-intl";
import type { StandingRow } from "../api/read.ts";
import { Count } from "../language/figures.tsx";

/** Below the target as it holds: what was first signed, where an amendment changed it. It stays for ever. */
export function Originally({ row: { signed } }: { row: Pick<StandingRow, "signed"> }) {
  if (signed.original === null || signed.original === signed.current) return null;
  return (
    <div className="small muted below-number">
      <FormattedMessage id="standings.originally" values={{ original: <Count value={signed.original} /> }} />
    </div>
  );
}
