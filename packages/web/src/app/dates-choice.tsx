// As it stood on a day, and as it was known on a day. Empty: today.
import { useNavigate } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import type { When } from "../api/read.ts";
import { DayQuestion } from "../form/day-input.tsx";
import { Day } from "../language/figures.tsx";
import { today } from "./today.ts";

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
    <>
      <PrintedDates when={{ asOf, knownOn }} />
      <div className="dates-choice">
        <DayQuestion
          words={<Small id="dates.asOf" />}
          value={asOf}
          onChange={(day) => choose({ asOf: day })}
        />
        <DayQuestion
          words={<Small id="dates.knownOn" />}
          value={knownOn}
          onChange={(day) => choose({ knownOn: day })}
        />
      </div>
    </>
  );
}

/** A sheet of paper says of which day its figures are: the questions themselves are not printed. */
export function PrintedDates({ when }: { when: When }) {
  return (
    <p className="only-printed small">
      <FormattedMessage
        id="agreement.printed"
        values={{
          asOf: <Day value={when.asOf ?? today()} />,
          knownOn: <Day value={when.knownOn ?? today()} />,
        }}
      />
    </p>
  );
}

const Small = ({ id }: { id: string }) => (
  <span className="small muted">
    <FormattedMessage id={id} />
  </span>
);
