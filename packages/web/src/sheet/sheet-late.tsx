import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { Agreement, StandingRow } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { Day, Name } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { hasDeadline, type Late, lateOf } from "./late-of.ts";
import { More } from "./sheet-facts.tsx";

const shown = 4;

interface SheetLateProps {
  readonly agreement: Agreement;
  readonly rows: readonly StandingRow[];
  readonly day: string;
}

export function SheetLate({ agreement, rows, day }: SheetLateProps) {
  const late = lateOf({ ...agreement, state: agreement.stateAsOf?.state ?? agreement.state }, rows, day);
  return (
    <Section title={<FormattedMessage id="sheet.late" />}>
      {late.length === 0 && (
        <p className="muted">
          <FormattedMessage id={hasDeadline(agreement, rows) ? "sheet.nothingLate" : "sheet.noDeadline"} />
        </p>
      )}
      <ul className="sheet-list">
        {late.slice(0, shown).map((one) => (
          <li key={one.kind === "promise" ? one.row.nodeId : one.kind} data-state="late">
            <LateWords late={one} day={day} />
          </li>
        ))}
      </ul>
      <More count={late.length - shown} />
    </Section>
  );
}

function LateWords({ late, day }: { late: Late; day: string }) {
  if (late.kind === "promise") return <LatePromise row={late.row} day={day} />;
  if (late.kind === "period") {
    return <FormattedMessage id="sheet.periodOver" values={{ day: <Day value={late.to} /> }} />;
  }
  return (
    <FormattedMessage
      id="sheet.actionOver"
      values={{ action: <Name>{late.action}</Name>, day: <Day value={late.on} /> }}
    />
  );
}

function LatePromise({ row, day }: { row: StandingRow; day: string }) {
  const words = useVocabulary(row.space);
  const isFrench = useLocale() === "fr";
  const promise = isFrench || row.indicator === null ? row.wording : words.indicator(row.indicator);
  const values = {
    promise: <Name>{promise}</Name>,
    proven: row.proven,
    signed: row.signed.current ?? 0,
    share: row.elapsed ?? 0,
  };
  const isOver = row.deadline !== null && row.deadline < day;
  return <FormattedMessage id={isOver ? "sheet.promiseOver" : "sheet.promiseLate"} values={values} />;
}
