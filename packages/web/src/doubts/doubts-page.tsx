// Every doubt that nobody has settled yet, under its agreement; and those that somebody did.
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type ListedDoubt, listedDoubts } from "../api/doubts.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Name, useLabel } from "../language/figures.tsx";
import { DoubtView } from "./doubt-view.tsx";
import "../agreements/agreement.css";

const states = ["open", "settled"] as const;

export function DoubtsPage() {
  const intl = useIntl();
  const { state = "open" } = useSearch({ from: "/doubts" });
  const { data, error, refetch } = useQuery(listedDoubts(useShownSpace(), state));
  const name = intl.formatMessage({ id: "doubts.title" });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="doubts.lead" />}>
      <nav className="area-tabs not-printed" aria-label={name}>
        {states.map((one) => (
          <Link
            key={one}
            to="/doubts"
            search={(before) => ({ ...before, state: one === "open" ? undefined : one })}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            <FormattedMessage id={`doubts.state.${one}`} />
          </Link>
        ))}
      </nav>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={10} />}
      {data?.length === 0 && (
        <p className="muted">
          <FormattedMessage id={`doubts.none.${state}`} />
        </p>
      )}
      {data && data.length > 0 && (
        <ul className="doubt-list">
          {data.map((one) => (
            <li key={one.id}>
              <About doubt={one} />
              <DoubtView doubt={one} agreement={one.agreement} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

/** The agreement, or the promise that it is about. */
function About({ doubt }: { doubt: ListedDoubt }) {
  const label = useLabel();
  const { agreement, commitment, title, titleAr, titleEn } = doubt;
  const name = label({ fr: title, ar: titleAr, en: titleEn });
  return (
    <h2 className="doubt-about">
      {commitment === null ? (
        <Link to="/agreements/$reference" params={{ reference: agreement }}>
          <Name>{agreement}</Name>
        </Link>
      ) : (
        <Link
          to="/agreements/$reference/commitments/$number"
          params={{ reference: agreement, number: String(commitment) }}
        >
          <Name>{`${agreement}/${commitment}`}</Name>
        </Link>
      )}{" "}
      <Name>{name}</Name>
    </h2>
  );
}
