// What a session decided: a row an agreement, with its number and its vote. Those that wait are one press away; any other
// is given by its reference.
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useTitle } from "../agreements/agreement-words.tsx";
import type { AgreementSummary } from "../api/read.ts";
import { TextField } from "../form/fields.tsx";
import { Name } from "../language/figures.tsx";
import "./signing.css";

const votes = ["votesFor", "votesAgainst", "votesAbstained"] as const;
export type Decided = Readonly<Record<"agreement" | "number" | (typeof votes)[number], string>>;
export const emptyDecided = (agreement: string): Decided => ({
  ...{ agreement, number: "", votesFor: "", votesAgainst: "", votesAbstained: "" },
});

interface DecidedRowsProps {
  readonly rows: readonly Decided[];
  readonly onRows: (rows: readonly Decided[]) => void;
  readonly waiting: readonly AgreementSummary[];
}

export function DecidedRows({ rows, onRows, waiting }: DecidedRowsProps) {
  const title = useTitle();
  const others = waiting.filter(({ reference }) => !rows.some(({ agreement }) => agreement === reference));
  const change = (at: number, row: Decided) => onRows(rows.map((one, nth) => (nth === at ? row : one)));
  return (
    <fieldset className="decided">
      <legend>
        <FormattedMessage id="signing.decided" values={{ count: rows.length }} />
      </legend>
      {rows.map((row, at) => (
        <OneDecided
          key={row.agreement}
          row={row}
          title={waiting.find(({ reference }) => reference === row.agreement)}
          onRow={(next) => change(at, next)}
          onRemove={() => onRows(rows.filter((one) => one !== row))}
        />
      ))}
      <ul className="row-list">
        {others.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="plain-button"
              onClick={() => onRows([...rows, emptyDecided(one.reference)])}
            >
              <FormattedMessage id="signing.add" values={{ reference: <Name>{one.reference}</Name> }} />
            </button>{" "}
            <Name>{title(one)}</Name>
          </li>
        ))}
      </ul>
      <OtherAgreement onAdd={(reference) => onRows([...rows, emptyDecided(reference)])} />
    </fieldset>
  );
}

interface OneDecidedProps {
  readonly row: Decided;
  readonly title: AgreementSummary | undefined;
  readonly onRow: (row: Decided) => void;
  readonly onRemove: () => void;
}

function OneDecided({ row, title: of, onRow, onRemove }: OneDecidedProps) {
  const intl = useIntl();
  const title = useTitle();
  return (
    <fieldset className="decided-row">
      <legend>
        <Name>{row.agreement}</Name>{" "}
        {of && (
          <span className="small muted">
            <Name>{title(of)}</Name>
          </span>
        )}{" "}
        <button
          type="button"
          className="quiet"
          aria-label={intl.formatMessage({ id: "form.removeThis" }, { what: row.agreement })}
          onClick={onRemove}
        >
          ×
        </button>
      </legend>
      <TextField
        label={<FormattedMessage id="agreementForm.number" />}
        isNeeded
        most={100}
        value={row.number}
        onChange={(number) => onRow({ ...row, number })}
      />
      {votes.map((name) => (
        <TextField
          key={name}
          label={<FormattedMessage id={`signing.${name}`} />}
          digits
          value={row[name]}
          onChange={(text) => onRow({ ...row, [name]: text })}
        />
      ))}
    </fieldset>
  );
}

/** An amendment's agreement is in force and waits nowhere: it is given by its reference. */
function OtherAgreement({ onAdd }: { onAdd: (reference: string) => void }) {
  const [reference, setReference] = useState("");
  return (
    <div className="button-row">
      <TextField
        label={<FormattedMessage id="signing.other" />}
        direction="ltr"
        value={reference}
        onChange={setReference}
      />
      <button
        type="button"
        className="button"
        disabled={reference.trim().length < 3}
        onClick={() => {
          onAdd(reference.trim().toUpperCase());
          setReference("");
        }}
      >
        <FormattedMessage id="signing.addOther" />
      </button>
    </div>
  );
}
