// Every doubt that nobody has settled yet, under its agreement; and those that somebody did.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { useTitle } from "../agreements/agreement-words.tsx";
import { doubtsPage, type ListedDoubt, listedDoubts } from "../api/doubts.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Name } from "../language/figures.tsx";
import { OnPage } from "../table/on-page.tsx";
import { Paging } from "../table/paging.tsx";
import { DoubtView } from "./doubt-view.tsx";
import "../agreements/agreement.css";

const states = ["open", "settled"] as const;

export function DoubtsPage() {
  const intl = useIntl();
  const { state = "open", offset = 0 } = useSearch({ from: "/doubts" });
  const { data, error, refetch } = useQuery(listedDoubts(useShownSpace(), state, offset));
  const name = intl.formatMessage({ id: "doubts.title" });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="doubts.lead" />}>
      <nav className="area-tabs not-printed" aria-label={name}>
        {states.map((one) => (
          <Link
            key={one}
            to="/doubts"
            search={(before) => ({ ...before, state: one === "open" ? undefined : one, offset: undefined })}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            <FormattedMessage id={`doubts.state.${one}`} />
          </Link>
        ))}
      </nav>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={10} />}
      {data && <Listed state={state} offset={offset} {...data} />}
    </Page>
  );
}

interface ListedProps {
  readonly state: (typeof states)[number];
  readonly offset: number;
  readonly total: number;
  readonly doubts: readonly ListedDoubt[];
}

/** One page, the latest doubt first. */
function Listed({ state, offset, total, doubts }: ListedProps) {
  const navigate = useNavigate({ from: "/doubts" });
  const turn = (next: number | undefined) =>
    void navigate({ to: ".", search: (before) => ({ ...before, offset: next }) });
  if (total === 0)
    return (
      <p className="muted">
        <FormattedMessage id={`doubts.none.${state}`} />
      </p>
    );
  return (
    <OnPage offset={offset} rows={doubts.length} onFirst={() => turn(undefined)}>
      <ul className="doubt-list">
        {doubts.map((one) => (
          <li key={one.id}>
            <About doubt={one} />
            <DoubtView doubt={one} agreement={one.agreements[0]?.reference ?? ""} />
          </li>
        ))}
      </ul>
      <Paging total={total} offset={offset} limit={doubtsPage} onPage={turn} />
    </OnPage>
  );
}

/** The promise or the agreements that it is about: an event may concern several. */
function About({ doubt: { agreements, commitment } }: { doubt: ListedDoubt }) {
  const title = useTitle();
  return (
    <h2 className="doubt-about">
      {agreements.map((one) => (
        <span key={one.reference} className="doubt-agreement">
          {commitment === null ? (
            <Link to="/agreements/$reference" params={{ reference: one.reference }}>
              <Name>{one.reference}</Name>
            </Link>
          ) : (
            <Link
              to="/agreements/$reference/commitments/$number"
              params={{ reference: one.reference, number: String(commitment) }}
            >
              <Name>{`${one.reference}/${commitment}`}</Name>
            </Link>
          )}{" "}
          <Name>{title(one)}</Name>
        </span>
      ))}
    </h2>
  );
}
