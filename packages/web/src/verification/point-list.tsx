// The points of the checklist, each with how it stands and until when.
import { FormattedMessage } from "react-intl";
import type { Organisation } from "../api/partners.ts";
import { Day } from "../language/figures.tsx";
import "./verification.css";

type Points = Organisation["verification"]["points"];

export function PointList({ points }: { points: Points }) {
  return (
    <ul className="check-points">
      {points.map(({ point, state, outcome, until, endsSoon }) => (
        <li key={point} data-state={endsSoon ? "expired" : state}>
          <span className="check-sign" aria-hidden="true">
            {endsSoon ? "!" : state === "fine" ? "✓" : state === "missing" ? "–" : "!"}
          </span>
          <span>
            <FormattedMessage id={`core.organisations.point.${point}`} />
            <span className={state === "fine" && !endsSoon ? "small muted" : "small attention"}>
              {" · "}
              <FormattedMessage
                id={`verification.state.${outcome === "not_applicable" && state === "fine" ? "exempt" : state}`}
              />
              {until && state !== "missing" && state !== "refused" && (
                <>
                  {" · "}
                  <FormattedMessage
                    id={state === "expired" ? "verification.since" : "verification.until"}
                    values={{ day: <Day value={until} /> }}
                  />
                </>
              )}
              {endsSoon && (
                <>
                  {" · "}
                  <FormattedMessage id="verification.askAgain" />
                </>
              )}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
