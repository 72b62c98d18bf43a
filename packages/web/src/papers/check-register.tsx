// Makes the figures anew from the register on the same two days: what it would say today of the day it said it for.
import { useMutation, useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { checkPaper, type Paper, type PaperCheck } from "../api/papers.ts";
import { Refusal } from "../form/fields.tsx";
import { Name } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";

export function CheckRegister({ paper: { number, knownOn, preparedAt } }: { paper: Paper }) {
  const isSameDay = knownOn === new Date(preparedAt).toLocaleDateString("sv");
  const { data: who } = useQuery(me());
  const checked = useMutation({ mutationFn: () => checkPaper(number) });
  if (!may(who, "papers.prepare")) return null;
  return (
    <div className="paper-check not-printed">
      <button type="button" className="button" disabled={checked.isPending} onClick={() => checked.mutate()}>
        <FormattedMessage id="paper.check" />
      </button>
      <div role="status">
        {checked.isPending && <FormattedMessage id="paper.checking" />}
        {checked.data && <Answer found={checked.data} isSameDay={isSameDay} />}
      </div>
      <Refusal error={checked.error} />
    </div>
  );
}

function Answer({ found: { hash, differing }, isSameDay }: { found: PaperCheck; isSameDay: boolean }) {
  return (
    <>
      {!hash && (
        <p className="attention">
          <FormattedMessage id="paper.hashBroken" />
        </p>
      )}
      <p className={differing.length === 0 ? "done" : "attention"}>
        <FormattedMessage id="paper.differing" values={{ count: differing.length }} />
      </p>
      {differing.length > 0 && isSameDay && (
        <p className="small muted">
          <FormattedMessage id="paper.sameDay" />
        </p>
      )}
      {differing.length > 0 && <Differences rows={differing} />}
    </>
  );
}

type Difference = PaperCheck["differing"][number];

function Differences({ rows }: { rows: readonly Difference[] }) {
  const intl = useIntl();
  const column = (key: string) => intl.formatMessage({ id: `paper.column.${key}` });
  const columns: Column<Difference>[] = [
    { id: "promise", label: column("promise"), isName: true, cell: ({ promise }) => <Name>{promise}</Name> },
    {
      id: "figure",
      label: column("figure"),
      cell: ({ figure }) => <FormattedMessage id={`standings.column.${figure}`} />,
    },
    { id: "frozen", label: column("frozen"), isNumber: true, cell: ({ frozen }) => <bdi>{frozen}</bdi> },
    { id: "now", label: column("now"), isNumber: true, cell: ({ now }) => <bdi>{now}</bdi> },
  ];
  return (
    <DataTable
      name="paper-differences"
      caption={column("differences")}
      columns={columns}
      rows={rows}
      keyOf={({ promise, figure }) => `${promise} ${figure}`}
      whenEmpty={null}
    />
  );
}
