// The home: what is late, what waits, what changed, each with what to do next and the way to the place.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { look, myWork, type Work, type WorkEntry } from "../api/work.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Day } from "../language/figures.tsx";
import { OnPage } from "../table/on-page.tsx";
import { Paging } from "../table/paging.tsx";
import { type Urgency, urgencies } from "./address.ts";
import { EntryRow } from "./entry-row.tsx";
import "../agreements/agreement.css";
import "../board/view-switch.css";
import "../form/form.css";
import "./work.css";

const pageSize = 50;

export function WorkPage() {
  const who = useQuery(me()).data;
  if (who !== undefined && !may(who, "work.read")) return <Navigate to="/agreements" replace />;
  return <OwnWork />;
}

function OwnWork() {
  const intl = useIntl();
  const space = useShownSpace();
  const { urgency, offset = 0 } = useSearch({ from: "/" });
  const navigate = useNavigate({ from: "/" });
  const { data, error, refetch } = useQuery(myWork({ space, urgency, offset, limit: pageSize }));
  const name = intl.formatMessage({ id: "work.title" });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="work.lead" />}>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={10} />}
      {data && (
        <>
          <Parts counts={data.counts} shown={urgency} />
          {data.entries.length === 0 ? (
            <OnPage
              offset={offset}
              rows={0}
              onFirst={() => void navigate({ search: (before) => ({ ...before, offset: undefined }) })}
            >
              <Nothing urgency={urgency} />
            </OnPage>
          ) : (
            <>
              {urgencies.map((part) => (
                <Part key={part} part={part} work={data} space={space} />
              ))}
              <Paging
                total={data.total}
                offset={offset}
                limit={pageSize}
                onPage={(next) =>
                  void navigate({ search: (before) => ({ ...before, offset: next || undefined }) })
                }
              />
            </>
          )}
        </>
      )}
    </Page>
  );
}

/** All of it, or one part; each says how much it holds. */
function Parts({ counts, shown }: { counts: Work["counts"]; shown: Urgency | undefined }) {
  const intl = useIntl();
  const all = counts.late + counts.waiting + counts.changed;
  return (
    <nav className="view-switch not-printed" aria-label={intl.formatMessage({ id: "work.parts" })}>
      {[undefined, ...urgencies].map((part) => (
        <Link
          key={part ?? "all"}
          to="/"
          search={(before) => ({ ...before, urgency: part, offset: undefined })}
          activeOptions={{ exact: true, includeSearch: true }}
          data-shown={part === shown || undefined}
        >
          <FormattedMessage id={`work.part.${part ?? "all"}`} />{" "}
          <span className="count">{intl.formatNumber(part ? counts[part] : all)}</span>
        </Link>
      ))}
    </nav>
  );
}

interface PartProps {
  readonly part: Urgency;
  readonly work: Work;
  readonly space: WorkSpace;
}
type WorkSpace = ReturnType<typeof useShownSpace>;

function Part({ part, work, space }: PartProps) {
  const entries = work.entries.filter((entry) => entry.urgency === part);
  if (entries.length === 0) return null;
  return (
    <section className="section work-part" aria-labelledby={`work-${part}`}>
      <header className="section-header">
        <h2 id={`work-${part}`}>
          <FormattedMessage id={`work.part.${part}`} />
        </h2>
        {part === "changed" && <SinceThen since={work.since} space={space} />}
      </header>
      <ul className="row-list work-list">
        {entries.map((entry: WorkEntry) => (
          <EntryRow key={entry.key} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

/** From which day on, and the way to say that it was seen. */
function SinceThen({ since, space }: { since: string; space: WorkSpace }) {
  const client = useQueryClient();
  const seen = useMutation({
    mutationFn: () => look(space),
    onSuccess: () => client.invalidateQueries({ queryKey: ["work"] }),
  });
  return (
    <div className="small muted button-row">
      <span>
        <FormattedMessage id="work.since" values={{ day: <Day value={since} /> }} />
      </span>
      <button
        type="button"
        className="plain-button not-printed"
        disabled={seen.isPending}
        onClick={() => seen.mutate()}
      >
        <FormattedMessage id="work.seen" />
      </button>
      {seen.error && (
        <span role="alert" className="attention">
          {seen.error.message}
        </span>
      )}
    </div>
  );
}

function Nothing({ urgency }: { urgency: Urgency | undefined }) {
  return (
    <div className="table-empty work-empty">
      <p>
        <FormattedMessage id={`work.none.${urgency ?? "all"}`} />
      </p>
      {urgency === undefined && (
        <p className="muted">
          <FormattedMessage id="work.teach" />
        </p>
      )}
    </div>
  );
}
