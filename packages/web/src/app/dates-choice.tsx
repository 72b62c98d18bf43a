// As it stood on a day, and as it was known on a day. Empty: today.
import { useNavigate } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import type { When } from "../api/read.ts";

export function DatesChoice({ asOf, knownOn }: When) {
  const navigate = useNavigate();
  const choose = (part: When) =>
    void navigate({
      to: ".",
      search: (before: object) => ({ ...before, ...part }),
      replace: true,
      resetScroll: false,
    });
  return (
    <div className="dates-choice">
      <label>
        <span className="small muted">
          <FormattedMessage id="dates.asOf" />
        </span>
        <input
          type="date"
          className="field"
          value={asOf ?? ""}
          onChange={(event) => choose({ asOf: event.target.value || undefined })}
        />
      </label>
      <label>
        <span className="small muted">
          <FormattedMessage id="dates.knownOn" />
        </span>
        <input
          type="date"
          className="field"
          value={knownOn ?? ""}
          onChange={(event) => choose({ knownOn: event.target.value || undefined })}
        />
      </label>
    </div>
  );
}
