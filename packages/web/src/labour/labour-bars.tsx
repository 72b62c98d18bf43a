// Numbers of places as bars on one base, the greatest first; each opens to its source.
import { FormattedMessage } from "react-intl";
import { useOpen } from "../app/opened.ts";
import { Bar } from "../standings/ranked-places.tsx";
import type { Method } from "./labour-figures.ts";

export interface Line {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** Whose source opens. */
  readonly of: string;
}

interface LabourBarsProps {
  readonly lines: readonly Line[];
  readonly method: Method;
  readonly format: (value: number) => string;
  /** In the order they come, instead of the greatest first. */
  readonly asTheyCome?: boolean;
}

export function LabourBars({ lines, method, format, asTheyCome = false }: LabourBarsProps) {
  const greatest = Math.max(0, ...lines.map(({ value }) => value));
  const shown = asTheyCome ? lines : lines.toSorted((a, b) => b.value - a.value);
  return (
    <ul className="bars">
      {shown.map(({ key, label, value, of }) => (
        <li key={key} className="bar-line">
          <span>{label}</span>
          <Bar share={greatest === 0 ? 0 : value / greatest} className="bar-fill-context" />
          <LabourNumber {...{ value, of, method, format }} />
        </li>
      ))}
    </ul>
  );
}

interface LabourNumberProps extends Pick<LabourBarsProps, "method" | "format"> {
  readonly value: number;
  readonly of: string;
}

/** A number that opens to its source. */
export function LabourNumber({ value, of, method, format }: LabourNumberProps) {
  const open = useOpen();
  return (
    <button
      type="button"
      className="figure number"
      data-labour={value}
      onClick={() => open({ kind: "labour", of, method })}
    >
      <bdi>{format(value)}</bdi>
    </button>
  );
}

/** The places of which nothing is published: named, so that nobody takes them for zeros. */
export function NotTold({ id, names }: { readonly id: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p className="small muted">
      <FormattedMessage id={id} values={{ count: names.length, names: names.join(" · ") }} />
    </p>
  );
}
