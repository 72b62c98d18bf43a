// What was answered to an application: the verdict, what is granted, its place, and why.
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { OwnApplication } from "../api/calls.ts";
import { Money } from "../language/figures.tsx";
import { Score } from "./call-words.tsx";

interface AnswerProps {
  readonly answer: NonNullable<OwnApplication["answer"]>;
  readonly currency: string;
}

export function Answer({ answer, currency }: AnswerProps) {
  const { verdict, rank, score, reason, granted } = answer;
  return (
    <Section title={<FormattedMessage id="calls.answer" />}>
      <p className={verdict === "rejected" ? "refusal" : "done"} role="status">
        <strong>
          <FormattedMessage id={`calls.verdict.${verdict}`} />
        </strong>
        {granted && (
          <>
            {" · "}
            <Money amount={granted} currency={currency} />
          </>
        )}
        {rank !== null && score !== null && (
          <>
            {" · "}
            <FormattedMessage id="calls.rankAndScore" values={{ rank, score: <Score value={score} /> }} />
          </>
        )}
      </p>
      {reason && <p dir="auto">{reason}</p>}
    </Section>
  );
}
