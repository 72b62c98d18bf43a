// Before a role is given: what it would show, asked for by a button and not at every letter.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { type AskedAbout, whatIsSeen } from "../api/access.ts";
import { Refusal } from "../form/fields.tsx";
import { SeenCounts, SeenInWords } from "./seen.tsx";

export function SeenPreview({ asked, isWhole }: { asked: AskedAbout; isWhole: boolean }) {
  const [isAsked, setAsked] = useState(false);
  const { data, error, isFetching } = useQuery({ ...whatIsSeen(asked), enabled: isAsked });
  return (
    <>
      <p>
        <button
          type="button"
          className="button"
          disabled={!isWhole || isFetching}
          aria-expanded={isAsked}
          onClick={() => setAsked(!isAsked)}
        >
          <FormattedMessage id={asked.user ? "users.seen.preview" : "users.seen.previewRole"} />
        </button>
      </p>
      <div aria-live="polite">
        {isAsked && <Refusal error={error} />}
        {isAsked && data && !error && (
          <div className="seen-preview">
            <SeenInWords seen={data} />
            <SeenCounts counts={data.counts} />
          </div>
        )}
      </div>
    </>
  );
}
