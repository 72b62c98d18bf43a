// The points of the checklist, each with how it stands and until when.
import { FormattedMessage } from "react-intl";
import type { Organisation } from "../api/partners.ts";
import { Day } from "../language/figures.tsx";
import "./verification.css";

type Points = Organisation["verification"]["points"];

export function PointList({ points }: { points: Points }) {
  return (
    <ul className="check-points">
      {points.map(({ point, state, outcome, until }) => (
        <li key={point} data-state={state}>
          <span className="check-sign" aria-hidden="true">
            {state === "fine" ? "✓" : state === "missing" ? "–" : "!"}
          </span>
          <span>
            <FormattedMessage id={`core.organisations.point.${point}`} />
            <span className={state === "fine" ? "small muted" : "small attention"}>
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
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
