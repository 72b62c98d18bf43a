// One condition of a tranche: its kind first, then what that kind has to say.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { useOrganisationName } from "../api/organisations.ts";
import { type Agreement, agreementCommitments } from "../api/read.ts";
import { reportsOf } from "../api/reports.ts";
import { ChoiceField, TextField } from "../form/fields.tsx";
import { RowsField } from "../form/rows-field.tsx";
import type { FormState } from "../form/use-form.ts";
import {
  type ConditionField,
  conditionKinds,
  emptyCondition,
  type Field,
  faultsOfCondition,
  mostConditions,
  type PlannedCondition,
  readCondition,
} from "./planned-conditions.ts";
import "./money.css";

interface ConditionRowsProps {
  readonly form: FormState<Field>;
  readonly agreement: Agreement;
  /** A share of the tranche before can be asked for. */
  readonly hasBefore: boolean;
}

export function ConditionRows({ form, agreement, hasBefore }: ConditionRowsProps) {
  const options = useOptions(agreement);
  const offered = conditionKinds.filter(
    (kind) =>
      (kind !== "report" || options.reports.length > 0) &&
      (kind !== "results" || options.commitments.length > 0) &&
      (kind !== "justified" || hasBefore),
  );
  // what is missing is said once saving was tried, not while it is written
  const isTried = form.faultOf("conditions") !== undefined;
  return (
    <RowsField
      form={form}
      name="conditions"
      legend={<FormattedMessage id="tranche.conditions" />}
      why={<FormattedMessage id="tranche.conditions.why" />}
      add={<FormattedMessage id="tranche.addCondition" />}
      empty={emptyCondition}
      most={mostConditions}
      removes="tranche.removeCondition"
    >
      {(row, set, at) => (
        <OneCondition
          row={readCondition(row)}
          set={set}
          at={at}
          offered={offered}
          options={options}
          isTried={isTried}
        />
      )}
    </RowsField>
  );
}

interface OneConditionProps {
  readonly row: PlannedCondition;
  readonly set: (change: Partial<PlannedCondition>) => void;
  readonly at: number;
  readonly offered: readonly (typeof conditionKinds)[number][];
  readonly options: ReturnType<typeof useOptions>;
  readonly isTried: boolean;
}

function OneCondition({ row, set, at, offered, options, isTried }: OneConditionProps) {
  const intl = useIntl();
  const faults = isTried ? faultsOfCondition(row) : {};
  const of = (name: ConditionField) => {
    const fault = faults[name];
    return {
      value: row[name],
      onChange: (text: string) => set({ [name]: text }),
      ...(fault && { fault: intl.formatMessage({ id: fault.id }, fault.values) }),
    };
  };
  return (
    <fieldset className="condition-fields">
      <legend>
        <FormattedMessage id="tranche.condition" values={{ number: at + 1 }} />
      </legend>
      <ChoiceField
        {...of("kind")}
        label={ask("kind")}
        isNeeded
        none={intl.formatMessage({ id: "form.choose" })}
        options={offered.map((kind) => ({
          value: kind,
          words: intl.formatMessage({ id: `tranche.kind.${kind}` }),
        }))}
      />
      <OfKind row={row} of={of} options={options} />
    </fieldset>
  );
}

interface OfKindProps {
  readonly row: PlannedCondition;
  /** A field's value, what changes it, and its fault. */
  readonly of: (name: ConditionField) => {
    readonly value: string;
    readonly onChange: (text: string) => void;
    readonly fault?: string;
  };
  readonly options: ReturnType<typeof useOptions>;
}

/** What the kind that was chosen has to say. */
function OfKind({ row, of, options }: OfKindProps) {
  const choose = useIntl().formatMessage({ id: "form.choose" });
  return (
    <>
      {row.kind === "report" && (
        <ChoiceField
          {...of("report")}
          label={ask("report")}
          isNeeded
          none={choose}
          options={options.reports}
        />
      )}
      {row.kind === "results" && (
        <>
          <ChoiceField
            {...of("commitment")}
            label={ask("commitment")}
            why={ask("commitment.why")}
            isNeeded
            none={choose}
            options={options.commitments}
          />
          <div className="question-pair">
            <TextField {...of("quantity")} label={ask("quantity")} digits isNeeded />
            <TextField {...of("by")} label={ask("by")} type="date" isNeeded />
          </div>
        </>
      )}
      {row.kind === "justified" && (
        <TextField {...of("share")} label={ask("share")} why={ask("share.why")} digits isNeeded />
      )}
      {row.kind === "document" && (
        <TextField
          {...of("document")}
          label={ask("document")}
          why={ask("document.why")}
          most={300}
          isNeeded
        />
      )}
    </>
  );
}

const ask = (name: string) => <FormattedMessage id={`tranche.ask.${name}`} />;

/** The reports that partners owe, and the promises that an indicator counts. */
function useOptions(agreement: Agreement) {
  const intl = useIntl();
  const nameOf = useOrganisationName(agreement.space);
  const { data: owed } = useQuery(reportsOf(agreement.reference));
  const { data: promised } = useQuery(agreementCommitments(agreement.reference, {}));
  const reports = (owed?.reports ?? [])
    .filter(({ state }) => state !== "waived")
    .map((one) => ({
      value: one.id,
      words: [
        intl.formatMessage({ id: `report.kind.${one.kind}` }),
        nameOf(one.organisation),
        `${one.period.from} – ${one.period.to}`,
      ].join(" · "),
    }));
  const commitments = (promised?.commitments ?? [])
    .filter(({ indicator }) => indicator !== null)
    .map(({ reference, wording }) => ({ value: reference, words: `${reference} · ${wording}` }));
  return { reports, commitments };
}
