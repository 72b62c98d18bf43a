// The columns of the list of alarms, on the screen and in a file.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, type IntlShape, useIntl } from "react-intl";
import { useTitle } from "../agreements/agreement-words.tsx";
import type { Alarm } from "../api/alarms.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { Count, Day, Name, NoNumber, ordinalFirst } from "../language/figures.tsx";
import { useSayReference } from "../language/say-reference.ts";
import type { Column } from "../table/data-table.tsx";
import { PlaceLink } from "../work/place-link.tsx";

/** What it is about, in words: of a report its kind and period, of attestations their points, else the name of the thing. */
export function useSubject() {
  const intl = useIntl();
  const say = useSayReference();
  return ({ kind, subject }: Alarm): string => {
    if (kind === "attestation_ends") return points(intl, subject ?? "");
    if (kind !== "report_overdue") return say(subject ?? "");
    const [report = "", from = "", to = ""] = (subject ?? "").split(" ");
    const day = (text: string) =>
      ordinalFirst(intl.locale, intl.formatDate(`${text}T12:00:00Z`, { dateStyle: "long", timeZone: "UTC" }));
    return intl.formatMessage({ id: `alarms.report.${report}` }, { from: day(from), to: day(to) });
  };
}

const mostPoints = 3;

/** The first of them by name, and how many others: which ones stands in the partner's file. */
function points(intl: IntlShape, subject: string): string {
  const all = subject.split(" ");
  const named = all.length > mostPoints ? all.slice(0, mostPoints - 1) : all;
  const words = named.map((point) => intl.formatMessage({ id: `core.organisations.point.${point}` }));
  const others = all.length - named.length;
  return intl.formatList(
    others === 0 ? words : [...words, intl.formatMessage({ id: "alarms.otherPoints" }, { count: others })],
  );
}

export function useAlarmColumns(space: Space): Column<Alarm>[] {
  const intl = useIntl();
  const title = useTitle();
  const subject = useSubject();
  const nameOf = useOrganisationName(space);
  const words = useVocabulary(space);
  const label = (id: string) => intl.formatMessage({ id: `alarms.column.${id}` });
  const placeOf = ({ territoryId }: Alarm) => (territoryId === null ? "" : words.placeById(territoryId));
  const owner = (of: Alarm) => (of.owner === null ? "" : nameOf(of.owner));
  const kindOf = ({ kind }: Alarm) => intl.formatMessage({ id: `core.alarms.kind.${kind}` });
  return [
    {
      ...{ id: "kind", label: label("kind"), sortsAs: "kind", value: kindOf },
      cell: (alarm) => <FormattedMessage id={`core.alarms.kind.${alarm.kind}`} />,
    },
    {
      ...{ id: "agreement", label: label("agreement"), isName: true, sortsAs: "agreement" },
      cell: (alarm) => <AgreementCell reference={alarm.agreement} title={title(alarm)} />,
      values: [
        { label: label("reference"), of: ({ agreement }) => agreement },
        { label: label("agreement"), of: title },
      ],
    },
    {
      ...{ id: "subject", label: label("subject"), value: subject },
      cell: (alarm) => (subject(alarm) ? <Name>{subject(alarm)}</Name> : <NoNumber />),
    },
    {
      ...{ id: "owner", label: label("owner"), value: owner },
      cell: (alarm) => (owner(alarm) ? <Name>{owner(alarm)}</Name> : <NoNumber />),
    },
    {
      ...{ id: "place", label: label("place"), value: placeOf, atFirstHidden: true },
      cell: (alarm) => <Name>{placeOf(alarm)}</Name>,
    },
    {
      ...{ id: "dueOn", label: label("dueOn"), sortsAs: "dueOn", value: ({ dueOn }) => dueOn },
      cell: ({ dueOn }) => <Day value={dueOn} />,
    },
    {
      ...{ id: "daysLate", label: label("daysLate"), isNumber: true, value: ({ daysLate }) => daysLate },
      cell: ({ daysLate }) => <Count value={daysLate} />,
    },
    {
      ...{ id: "act", label: label("act") },
      cell: ({ kind, place }) => (
        <PlaceLink place={place}>
          <FormattedMessage id={`core.alarms.act.${kind}`} />
        </PlaceLink>
      ),
    },
  ];
}

function AgreementCell({ reference, title }: { reference: string; title: string }) {
  return (
    <>
      <Link to="/agreements/$reference" params={{ reference }}>
        <Name>{title}</Name>
      </Link>{" "}
      <span className="small muted nowrap">
        <Name>{reference}</Name>
      </span>
    </>
  );
}
