// What is planned for women and men, for rural and urban, beside what is realised and proven.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Commitment, type Margins, margins } from "../api/read.ts";
import { Count, NoNumber } from "../language/figures.tsx";
import { type Part, plannedBy } from "./split.ts";

/** The codes of a part, and those of the counts. */
const lines = [
  ["sex", "F", "F"],
  ["sex", "M", "M"],
  ["milieu", "rural", "R"],
  ["milieu", "urban", "U"],
] as const;

export function Compare({ commitment, parts }: { commitment: Commitment; parts: readonly Part[] }) {
  const intl = useIntl();
  const { data } = useQuery(margins(commitment.reference, {}));
  const planned = { sex: plannedBy(parts, "sex"), milieu: plannedBy(parts, "milieu") };
  return (
    <Section title={<FormattedMessage id="split.compare" />}>
      <table className="plain-table compare">
        <caption className="unseen">{intl.formatMessage({ id: "split.compare" })}</caption>
        <thead>
          <tr>
            <td />
            {["planned", "realised", "proven", "share"].map((column) => (
              <th key={column} scope="col" className="number">
                <FormattedMessage id={`split.column.${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([dimension, code, counted]) => {
            const plan = planned[dimension]?.[code] ?? null;
            const found = countOf(data, dimension, counted);
            return (
              <tr key={code}>
                <th scope="row">
                  <FormattedMessage id={`commitmentForm.${dimension}.${code}`} />
                </th>
                <td className="number">
                  <Count value={plan} />
                </td>
                <td className="number">
                  <Count value={found?.realised} />
                </td>
                <td className="number">
                  <Count value={found?.proven} />
                </td>
                <td className="number">
                  {plan && found ? (
                    intl.formatNumber(found.realised / plan, { style: "percent" })
                  ) : (
                    <NoNumber />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {planned.sex === null && planned.milieu === null && (
        <p className="small muted">
          <FormattedMessage id="split.compareHow" />
        </p>
      )}
    </Section>
  );
}

/** A margin that counts nothing has no line: where the commitment has counts at all, that is a zero. */
function countOf(found: Margins | undefined, dimension: "sex" | "milieu", code: string) {
  if (!found) return null;
  const margin = found.margins.find((one) => one.dimension === dimension);
  return margin?.lines.find((line) => line.code === code) ?? { realised: 0, proven: 0 };
}
