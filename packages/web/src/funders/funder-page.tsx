// One funder: its agreements, each with the stated share of the money and its own results; then what came of them by
// province and month. Every count opens on its rows.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type OneFunder, oneFunder } from "../api/funders.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { DatesChoice } from "../app/dates-choice.tsx";
import { Failure } from "../app/failure.tsx";
import { OpenedBeside } from "../app/opened-beside.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Count, Name } from "../language/figures.tsx";
import { ReadTogether } from "../rates/read-together.tsx";
import { mostCounted } from "./add-cells.ts";
import { readCell, writeCell } from "./address.ts";
import { CellRows } from "./cell-rows.tsx";
import { FundedAgreements } from "./funded-agreements.tsx";
import { IndicatorChoice } from "./indicator-choice.tsx";
import { NotAttributed } from "./not-attributed.tsx";
import { PlacesAndMonths } from "./places-and-months.tsx";
import "../agreements/agreement.css";
import "./funders.css";

export function FunderPage() {
  const { funder } = useParams({ from: "/funders/$funder" });
  const search = useSearch({ from: "/funders/$funder" });
  const when = { asOf: search.asOf, knownOn: search.knownOn };
  const { data, error, refetch } = useQuery(oneFunder(funder, when));
  useBelongsTo(data?.space);
  const close = useCloseRows();
  if (error) return <NotThen error={error} when={when} again={() => void refetch()} />;
  if (!data) return <Waiting lines={14} />;
  const indicator = search.indicator ?? mostCounted(data.results);
  const cell = indicator === undefined ? null : readCell(search.rows, indicator);
  return (
    <>
      <FunderSheet data={data} indicator={indicator} when={when} />
      {cell && <CellRows funder={funder} cell={cell} when={when} space={data.space} onClose={close} />}
      <OpenedBeside open={search.open} when={when} />
    </>
  );
}

interface NotThenProps {
  readonly error: Error;
  readonly when: SheetProps["when"];
  readonly again: () => void;
}

/** Whoever looks at a day before the funder's first money chooses another one here. */
function NotThen({ error, when, again }: NotThenProps) {
  const title = useIntl().formatMessage({ id: "shell.funders" });
  return (
    <Page title={title} name={title} aside={<DatesChoice {...when} />} lead={<ToFunders />}>
      <Failure error={error} reset={again} />
    </Page>
  );
}

const ToFunders = () => (
  <Link to="/funders" search={({ asOf, knownOn, lang, space }) => ({ asOf, knownOn, lang, space })}>
    <FormattedMessage id="funders.back" />
  </Link>
);

function useCloseRows() {
  const navigate = useNavigate();
  return () =>
    void navigate({
      to: ".",
      search: (before: object) => ({ ...before, rows: undefined }),
      resetScroll: false,
    });
}

interface SheetProps {
  readonly data: OneFunder;
  readonly indicator: string | undefined;
  readonly when: { readonly asOf: string | undefined; readonly knownOn: string | undefined };
}

function FunderSheet({ data, indicator, when }: SheetProps) {
  const intl = useIntl();
  const nameOf = useOrganisationName(data.space);
  const name = nameOf(data.funder);
  const title = intl.formatMessage({ id: "shell.funders" });
  return (
    <Page
      title={<Name>{name}</Name>}
      name={`${name} · ${title}`}
      aside={<DatesChoice {...when} />}
      lead={<ToFunders />}
    >
      <IndicatorChoice
        space={data.space}
        among={data.results.map((row) => row.indicator)}
        chosen={indicator}
      />
      <WholeLine data={data} indicator={indicator} />
      <FundedAgreements data={data} indicator={indicator} />
      <ReadTogether
        of={{ funder: data.funder.reference }}
        when={when}
        among={[...new Set(data.agreements.map(({ currency }) => currency))]}
      />
      <NotAttributed of={data.notAttributed} space={data.space} />
      {indicator && <PlacesAndMonths data={data} indicator={indicator} />}
    </Page>
  );
}

/** The funder's own figure, each person once however many of its agreements count her. */
function WholeLine({ data, indicator }: { data: OneFunder; indicator: string | undefined }) {
  const whole = data.results.find((row) => row.indicator === indicator);
  if (!whole) return null;
  const part = (proven: boolean, value: number) => (
    <Link to="." className="figure" search={(before) => ({ ...before, rows: writeCell({ proven }) })}>
      <Count value={value} />
    </Link>
  );
  return (
    <p className="funder-whole">
      <FormattedMessage
        id="funders.ofFunder"
        values={{ realised: part(false, whole.realised), proven: part(true, whole.proven) }}
      />{" "}
      <span className="muted">
        <FormattedMessage id="funders.whole" />
      </span>
    </p>
  );
}
