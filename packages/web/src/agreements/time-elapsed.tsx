import { FormattedMessage } from "react-intl";
import type { Agreement } from "../api/read.ts";
import { today } from "../app/today.ts";
import { shareElapsed } from "../sheet/share-elapsed.ts";

/** Time runs from the signature on: before it the period is a plan. */
const running: ReadonlySet<Agreement["state"]> = new Set(["signed", "in_force", "suspended", "closing"]);

interface TimeElapsedProps {
  readonly agreement: Agreement;
  /** The day of which the page tells, if it is another than today. */
  readonly asOf: string | undefined;
}

/** How much of its period has gone by, to be read against results and money. */
export function TimeElapsed({ agreement: { state, periodFrom, periodTo }, asOf }: TimeElapsedProps) {
  const share = shareElapsed(periodFrom, periodTo, asOf ?? today());
  if (share === null || !running.has(state)) return null;
  return (
    <>
      {" · "}
      <FormattedMessage id="bar.elapsed" values={{ share }} />
    </>
  );
}
