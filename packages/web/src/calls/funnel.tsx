// How many applications came how far, as bars on one base.
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { Applications, Call } from "../api/calls.ts";
import { Count } from "../language/figures.tsx";

export function Funnel({ call, given }: { call: Call; given: Applications }) {
  const received = given.applications.filter(({ state }) => state === "submitted");
  const steps = [
    ["received", received.length],
    ["complete", received.filter(({ missing }) => missing.length === 0).length],
    ["admitted", received.filter(({ admitted }) => admitted === true).length],
    ["accepted", call.accepted],
    ["agreements", received.filter(({ agreement }) => agreement !== null).length],
  ] as const;
  const most = Math.max(1, received.length);
  if (call.state === "prepared") return null;
  return (
    <Section
      title={<FormattedMessage id="calls.funnel" />}
      note={
        given.drafts > 0 && <FormattedMessage id="calls.inPreparation" values={{ count: given.drafts }} />
      }
    >
      <dl className="call-funnel">
        {steps.map(([name, count]) => (
          <div key={name}>
            <dt>
              <FormattedMessage id={`calls.funnel.${name}`} />
            </dt>
            <dd>
              <span
                className="call-bar"
                style={{ inlineSize: `${(count / most) * 100}%` }}
                aria-hidden="true"
              />
              <Count value={count} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
