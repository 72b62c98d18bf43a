// The dated rates by which amounts of several currencies are read together: the list, and for who may, writing one down.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { type Rate, rates } from "../api/rates.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { DataTable } from "../table/data-table.tsx";
import { OnPage } from "../table/on-page.tsx";
import { Paging } from "../table/paging.tsx";
import { useRateColumns } from "./rate-columns.tsx";
import { RateForm } from "./rate-form.tsx";
import "../agreements/forms/agreement-forms.css";

const pageSize = 100;

export function RatesPage() {
  const intl = useIntl();
  const space = useShownSpace();
  const { rate, offset = 0 } = useSearch({ from: "/rates" });
  const navigate = useNavigate({ from: "/rates" });
  const { data: who } = useQuery(me());
  const { data, error, refetch } = useQuery(rates(space, { limit: pageSize, offset }));
  const name = intl.formatMessage({ id: "shell.rates" });
  const corrected = data?.rates.find(({ id, withdrawn }) => id === rate && withdrawn === null) ?? null;
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="rates.lead" />}>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} />}
      {data && (
        <>
          {may(who, "rates.record") && <Record corrected={corrected} />}
          <OnPage
            offset={offset}
            rows={data.rates.length}
            onFirst={() => void navigate({ search: (before) => ({ ...before, offset: undefined }) })}
          >
            <RatesTable rows={data.rates} />
          </OnPage>
          {data.rates.length > 0 && (
            <Paging
              total={data.total}
              offset={offset}
              limit={pageSize}
              onPage={(next) =>
                void navigate({ search: (before) => ({ ...before, offset: next || undefined }) })
              }
            />
          )}
        </>
      )}
    </Page>
  );
}

function Record({ corrected }: { corrected: Rate | null }) {
  const space = useShownSpace();
  if (corrected)
    return (
      <section className="add-part">
        <RateForm key={corrected.id} space={space} corrected={corrected} />
        <p>
          <Link to="/rates" search={({ rate: _, ...before }) => before}>
            <FormattedMessage id="form.cancel" />
          </Link>
        </p>
      </section>
    );
  return (
    <details className="add-part not-printed">
      <summary>
        <FormattedMessage id="rates.record" />
      </summary>
      <RateForm key={space} space={space} corrected={null} />
    </details>
  );
}

function RatesTable({ rows }: { rows: readonly Rate[] }) {
  const intl = useIntl();
  const space = useShownSpace();
  const columns = useRateColumns();
  const caption = intl.formatMessage({ id: "shell.rates" });
  const simulated = space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
  return (
    <DataTable
      name="rates"
      caption={caption}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      whenEmpty={<FormattedMessage id="rates.none" />}
      tools={(shown) => (
        <ExportMenu
          table="rates"
          caption={caption}
          space={space}
          read={async () => sheetOf(columns, shown, rows, simulated)}
        />
      )}
    />
  );
}
