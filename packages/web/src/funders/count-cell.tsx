// A count of a funder's or an agreement's results. Where there is none it says whether one was promised at all.
import { FormattedMessage } from "react-intl";
import { Count } from "../language/figures.tsx";

interface Counted {
  readonly results: readonly {
    readonly indicator: string;
    readonly realised: number;
    readonly proven: number;
  }[];
  readonly promises: readonly string[];
}
export type CountedPart = "realised" | "proven";

/** Null where the indicator is neither promised nor counted. */
export function countOf(
  { results, promises }: Counted,
  indicator: string | undefined,
  part: CountedPart,
): number | null {
  if (indicator === undefined) return null;
  const found = results.find((one) => one.indicator === indicator)?.[part];
  return found ?? (promises.includes(indicator) ? 0 : null);
}

export function CountCell({ value }: { value: number | null }) {
  if (value !== null && value > 0) return <Count value={value} />;
  return (
    <span className="small muted">
      <FormattedMessage id={value === null ? "funders.notPromised" : "funders.nothingYet"} />
    </span>
  );
}
