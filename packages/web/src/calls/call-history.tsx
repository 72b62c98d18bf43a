// What became of a call, with who and why.
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { Call } from "../api/calls.ts";
import { Instant, Name } from "../language/figures.tsx";

export function CallHistory({ call }: { call: Call }) {
  return (
    <Section title={<FormattedMessage id="calls.history" />}>
      <ul className="row-list small">
        {call.states.map(({ to, at, by, reason }) => (
          <li key={`${to} ${at}`}>
            <FormattedMessage id={`calls.became.${to}`} />
            {" · "}
            <Instant value={at} />
            <span className="muted">
              {" · "}
              <Name>{by}</Name>
            </span>
            {reason && <p dir="auto">{reason}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
