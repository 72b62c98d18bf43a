// One agreement on one sheet of A4, in one language, as it is handed to somebody who has two minutes.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { Title, useTitle } from "../agreements/agreement-words.tsx";
import {
  type Agreement,
  agreement as agreementQuery,
  agreementStandings,
  type StandingRow,
  type When,
} from "../api/read.ts";
import { DatesChoice } from "../app/dates-choice.tsx";
import { Failure } from "../app/failure.tsx";
import { Gathered } from "../app/gathered.tsx";
import { OpenedBeside } from "../app/opened-beside.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { dayAt } from "../app/today.ts";
import { Waiting } from "../app/waiting.tsx";
import { Day, Instant, Name } from "../language/figures.tsx";
import { SheetFacts } from "./sheet-facts.tsx";
import { SheetLate } from "./sheet-late.tsx";
import { SheetMoney } from "./sheet-money.tsx";
import { SheetNext } from "./sheet-next.tsx";
import { SheetPromises } from "./sheet-promises.tsx";
import { SheetSources } from "./sheet-sources.tsx";
import "./sheet.css";

export function SheetPage() {
  const { reference } = useParams({ from: "/agreements/$reference/sheet" });
  const { open, ...when } = useSearch({ from: "/agreements/$reference/sheet" });
  const read = useQuery(agreementQuery(reference, when));
  const promises = useQuery(agreementStandings(reference, when));
  useBelongsTo(read.data?.space);
  const failed = read.error ? read : promises.error ? promises : null;
  if (failed) return <Failure error={failed.error} reset={() => void failed.refetch()} />;
  if (!read.data || !promises.data) return <Waiting lines={16} />;
  const rows = promises.data.filter((row) => row.commitment !== null);
  return (
    <>
      <Sheet agreement={read.data} rows={rows} when={when} readAt={promises.dataUpdatedAt} />
      <OpenedBeside open={open} when={when} />
    </>
  );
}

interface SheetProps {
  readonly agreement: Agreement;
  readonly rows: readonly StandingRow[];
  readonly when: When;
  /** When the figures were read, in milliseconds. */
  readonly readAt: number;
}

function Sheet({ agreement, rows, when, readAt }: SheetProps) {
  const title = useTitle();
  const readOn = dayAt(new Date(readAt));
  const day = when.asOf ?? readOn;
  return (
    <div className="sheet-place">
      <Page
        title={<Title of={agreement} />}
        name={`${agreement.reference} · ${title(agreement)}`}
        lead={<SheetLead reference={agreement.reference} day={day} knownOn={when.knownOn ?? readOn} />}
        aside={<SheetTools reference={agreement.reference} when={when} />}
      >
        <Gathered lines={16}>
          <SheetFacts agreement={agreement} day={day} />
          <SheetPromises agreement={agreement} rows={rows} />
          <SheetMoney agreement={agreement} when={when} />
          <div className="sheet-pair">
            <SheetLate agreement={agreement} rows={rows} day={day} />
            <SheetNext agreement={agreement} />
          </div>
          <SheetSources agreement={agreement} rows={rows} />
          <SheetFoot reference={agreement.reference} readAt={readAt} />
        </Gathered>
      </Page>
    </div>
  );
}

function SheetLead({ reference, day, knownOn }: { reference: string; day: string; knownOn: string }) {
  return (
    <>
      <strong>
        <FormattedMessage id="sheet.title" />
      </strong>
      {" · "}
      <Name>{reference}</Name>
      {" · "}
      <FormattedMessage
        id="agreement.printed"
        values={{ asOf: <Day value={day} />, knownOn: <Day value={knownOn} /> }}
      />
    </>
  );
}

function SheetTools({ reference, when }: { reference: string; when: When }) {
  return (
    <div className="sheet-tools not-printed">
      <DatesChoice asOf={when.asOf} knownOn={when.knownOn} />
      <button type="button" className="button" onClick={() => window.print()}>
        <FormattedMessage id="sheet.print" />
      </button>
      <Link to="/agreements/$reference" params={{ reference }} search={(before) => before}>
        <FormattedMessage id="sheet.whole" />
      </Link>
    </div>
  );
}

/** When it was read, and the address at which every figure opens. */
function SheetFoot({ reference, readAt }: { reference: string; readAt: number }) {
  const address = `${window.location.host}/agreements/${reference}`;
  return (
    <footer className="sheet-foot small muted">
      <FormattedMessage
        id="sheet.foot"
        values={{
          at: <Instant value={new Date(readAt).toISOString()} />,
          address: <Name>{address}</Name>,
        }}
      />
    </footer>
  );
}
