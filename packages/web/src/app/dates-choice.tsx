// As it stood on a day, and as it was known on a day. Empty: today.
import { useNavigate } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import type { When } from "../api/read.ts";
import { DayQuestion } from "../form/day-input.tsx";

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
      <DayQuestion words={<Small id="dates.asOf" />} value={asOf} onChange={(day) => choose({ asOf: day })} />
      <DayQuestion
        words={<Small id="dates.knownOn" />}
        value={knownOn}
        onChange={(day) => choose({ knownOn: day })}
      />
    </div>
  );
}

const Small = ({ id }: { id: string }) => (
  <span className="small muted">
    <FormattedMessage id={id} />
  </span>
);
