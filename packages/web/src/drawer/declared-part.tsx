import { useQuery } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { declarations, type StandingRow, type When } from "../api/read.ts";
import { Count, Day, Name, Period } from "../language/figures.tsx";
import { Swatch } from "../promise-bar/promise-bar.tsx";

/** Partners' own numbers, period by period; what goes beyond the persons known is «without names». */
export function DeclaredPart({ row, when }: { row: StandingRow; when: When }) {
  const { data } = useQuery(declarations(row.commitment ?? "", when));
  if (row.declared === null || !data) return null;
  return (
    <section className="drawer-section">
      <h3>
        <span>
          <Swatch part="declared" />
          <FormattedMessage id="figure.declared" />
        </span>
        <Count value={row.declared} />
      </h3>
      <ul className="bare-list small">
        {data.declarations.map((declaration) => (
          <li key={`${declaration.declarant} ${declaration.from}`}>
            <strong>
              <Count value={declaration.quantity} />
            </strong>
            {" · "}
            <Name>{declaration.declarantName}</Name>
            {" · "}
            <Period from={declaration.from} to={declaration.to} />
            <span className="muted">
              {" · "}
              <FormattedMessage
                id="figure.declaredOn"
                values={{ day: <Day value={declaration.declaredOn} /> }}
              />
            </span>
          </li>
        ))}
      </ul>
      {row.declared > row.realised && (
        <p className="small">
          <FormattedMessage id="figure.withoutNames" values={{ count: row.declared - row.realised }} />
        </p>
      )}
    </section>
  );
}
