// Splits the target of a promise by place, agency, population, sex, milieu and quarter; one act saves the whole grid.
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import type { Commitment } from "../api/read.ts";
import { useRightsAt } from "../api/rights.ts";
import { Waiting } from "../app/waiting.tsx";
import { CommitmentFrame } from "../commitments/commitment-head.tsx";
import { ChoiceField } from "../form/fields.tsx";
import { type Axis, type AxisName, axisNames } from "./axes.ts";
import { SplitForm } from "./split-form.tsx";
import { useAxes } from "./use-axes.ts";

export function SplitPage() {
  const intl = useIntl();
  const { reference, number } = useParams({ from: "/agreements/$reference/commitments/$number/split" });
  return (
    <CommitmentFrame
      reference={`${reference}/${number}`}
      does={intl.formatMessage({ id: "commitmentForm.split" })}
    >
      {(commitment) => <Split commitment={commitment} />}
    </CommitmentFrame>
  );
}

function Split({ commitment }: { commitment: Commitment }) {
  const { may, isKnown } = useRightsAt({ agreement: commitment.agreement });
  const axes = useAxes(commitment);
  const { rows: row = "territory", columns: column = "quarter" } = useSearch({
    from: "/agreements/$reference/commitments/$number/split",
  });
  const target = commitment.versions.at(-1);
  if (!target)
    return (
      <p>
        <FormattedMessage id="commitmentForm.noTarget" />
      </p>
    );
  if (!axes || !isKnown) return <Waiting lines={10} />;
  const [rows, columns] = [axes[row], axes[row === column ? "whole" : column]];
  return (
    <>
      {!may("commitments.draft") && (
        <p className="attention">
          <FormattedMessage id="form.noRight" />
        </p>
      )}
      <AxisChoices rows={rows} columns={columns} axes={axes} />
      {rows.entries.length === 0 || columns.entries.length === 0 ? (
        <NothingAlong axis={rows.entries.length === 0 ? rows.name : columns.name} commitment={commitment} />
      ) : (
        <SplitForm
          key={`${rows.name} ${columns.name}`}
          commitment={commitment}
          rows={rows}
          columns={columns}
          isAllowed={may("commitments.draft")}
        />
      )}
    </>
  );
}

function NothingAlong({ axis, commitment }: { axis: AxisName; commitment: Commitment }) {
  const [reference = "", number = ""] = commitment.reference.split("/");
  return (
    <p>
      <FormattedMessage id={axis === "service_point" ? "split.noServicePoint" : "split.noEntry"} />{" "}
      <Link to="/agreements/$reference/commitments/$number" params={{ reference, number }}>
        <FormattedMessage id="commitmentForm.edit" />
      </Link>
    </p>
  );
}

interface AxisChoicesProps {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly axes: Readonly<Record<AxisName, Axis>>;
}

/** The address says along what: a view of the grid can be sent to somebody. */
function AxisChoices({ rows, columns }: AxisChoicesProps) {
  const intl = useIntl();
  const navigate = useNavigate({ from: "/agreements/$reference/commitments/$number/split" });
  const options = (without: AxisName) =>
    axisNames
      .filter((name) => name !== without)
      .map((value) => ({ value, words: intl.formatMessage({ id: `split.axis.${value}` }) }));
  const choose = (side: "rows" | "columns") => (value: string) =>
    void navigate({ search: (before) => ({ ...before, [side]: value }), replace: true, resetScroll: false });
  return (
    <div className="split-axes">
      <ChoiceField
        label={<FormattedMessage id="split.rows" />}
        value={rows.name}
        onChange={choose("rows")}
        options={options("whole")}
      />
      <ChoiceField
        label={<FormattedMessage id="split.columns" />}
        value={columns.name}
        onChange={choose("columns")}
        options={options(rows.name)}
      />
    </div>
  );
}
