import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type Me, may, me } from "../api/account.ts";
import { workCounts } from "../api/work.ts";
import { areaPlaces } from "../people/places.ts";
import { resultPlaces } from "../results/places.ts";
import { useShownSpace } from "./shown-space.tsx";

/** The places of the office. A narrow screen shows the first three, and the others when they are asked for. */
export function SideList() {
  const intl = useIntl();
  const { data, isPending } = useQuery(me());
  const [opened, setOpened] = useState<string | null>(null);
  const here = useLocation({ select: ({ pathname }) => pathname });
  // going somewhere closes it again
  const isOpen = opened === here;
  const name = intl.formatMessage({ id: "shell.places" });
  // all places at once: one that came later would push the others about
  if (isPending) return <nav className="side-list" aria-label={name} />;
  return (
    <nav className="side-list" aria-label={name}>
      {may(data, "work.read") && <MyWork />}
      <Link to="/agreements">
        <FormattedMessage id="shell.agreements" />
      </Link>
      {may(data, "standings.read") && (
        <Link to="/standings">
          <FormattedMessage id="shell.standings" />
        </Link>
      )}
      <button
        type="button"
        className="side-more"
        aria-expanded={isOpen}
        aria-controls="side-rest"
        onClick={() => setOpened(isOpen ? null : here)}
      >
        <FormattedMessage id="shell.more" />
      </button>
      <div id="side-rest" className="side-rest" data-open={isOpen || undefined}>
        <Rest who={data} here={here} />
      </div>
    </nav>
  );
}

interface Place {
  readonly to: string;
  readonly words: string;
  readonly right?: string;
  /** Addresses at which it is marked although they do not begin with its own. */
  readonly about?: RegExp;
}

/** In their order; of an area with several screens the first that the rights open. */
function placesFor(who: Me | undefined): readonly Place[] {
  const results = resultPlaces.find(({ right }) => may(who, right));
  // the register is for everybody, and no reason of its own to show the area
  const people = areaPlaces.find(({ right }) => right !== "processings.read" && may(who, right));
  const all: readonly (Place | false | undefined)[] = [
    { to: "/alarms", words: "shell.alarms", right: "alarms.read" },
    { to: "/doubts", words: "shell.doubts", right: "sources.decide" },
    { to: "/intake", words: "shell.intake", right: "drafts.read" },
    results && { to: results.to, words: "shell.results", about: /^\/results/ },
    { to: "/own-reports", words: "shell.ownReports", right: "reports.read_own" },
    may(who, "calls.read")
      ? { to: "/calls", words: "shell.calls" }
      : { to: "/open-calls", words: "shell.calls", right: "calls.read_open" },
    { to: "/funders", words: "shell.funders", right: "funders.read" },
    { to: "/partners", words: "shell.partners", right: "organisations.read" },
    { to: "/events", words: "shell.events", right: "meetings.read", about: /^\/(events|meetings)/ },
    { to: "/diagnoses", words: "shell.diagnoses", right: "diagnosis.read" },
    { to: "/papers", words: "shell.papers", right: "papers.read" },
    { to: "/indicators", words: "shell.indicators" },
    { to: "/measures", words: "shell.measures" },
    { to: "/territories", words: "shell.territories" },
    { to: "/rates", words: "shell.rates", right: "rates.record" },
    { to: "/templates", words: "shell.templates", right: "drafting.template" },
    { to: "/editions", words: "shell.editions", right: "editions.read" },
    people && { to: people.to, words: "shell.people", about: /^\/(people|journal|complaints)/ },
    { to: "/users", words: "shell.users", right: "accounts.read_users", about: /^\/(users|roles|api-keys)/ },
    { to: "/translations", words: "shell.translations", right: "translations.read" },
  ];
  return all.filter((place) => !!place).filter(({ right }) => right === undefined || may(who, right));
}

function Rest({ who, here }: { who: Me | undefined; here: string }) {
  return placesFor(who).map(({ to, words, about }) => (
    <Link key={to} to={to} className={about?.test(here) ? "active" : undefined}>
      <FormattedMessage id={words} />
    </Link>
  ));
}

/** How much is late or waits stands beside the word. */
function MyWork() {
  const intl = useIntl();
  const { data } = useQuery(workCounts(useShownSpace()));
  const waits = data ? data.late + data.waiting : 0;
  return (
    <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
      <FormattedMessage id="shell.work" />
      {waits > 0 && (
        <span className="side-count" data-late={(data?.late ?? 0) > 0 || undefined}>
          <span className="unseen">{intl.formatMessage({ id: "shell.waits" }, { count: waits })}</span>
          <span aria-hidden="true">{intl.formatNumber(waits)}</span>
        </span>
      )}
    </Link>
  );
}
