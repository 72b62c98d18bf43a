// What the members of a federation did, as counts without names: a few people are not told, and cannot be found by
// subtraction.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type MemberStandings, memberStandings, type Organisation } from "../api/partners.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { Failure } from "../app/failure.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Count, Name } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";

type Counted = MemberStandings["indicators"][number];
interface Row {
  readonly key: string;
  readonly indicator: string;
  /** Null: all members together. */
  readonly member: string | null;
  readonly realised: number | null;
  readonly proven: number | null;
}

export function MembersSection({ of }: { of: Organisation }) {
  const intl = useIntl();
  const hasMembers = of.relations.some(({ kind, direction }) => kind === "member_of" && direction === "from");
  const { data, error, refetch } = useQuery({ ...memberStandings(of.reference), enabled: hasMembers });
  const columns = useMemberColumns(of, data?.threshold ?? 0);
  if (!hasMembers) return null;
  const title = intl.formatMessage({ id: "partners.members" });
  return (
    <Section title={title}>
      <p className="small muted">
        <FormattedMessage id="partners.members.lead" />
      </p>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={3} />}
      {data && (
        <DataTable
          name="members"
          caption={title}
          columns={columns}
          rows={data.indicators.flatMap(rowsOf)}
          keyOf={({ key }) => key}
          whenEmpty={<FormattedMessage id="partners.members.none" />}
        />
      )}
    </Section>
  );
}

/** All members together first, then each. */
function rowsOf({ indicator, together, members }: Counted): Row[] {
  const all = { key: indicator, indicator, member: null, ...together };
  const each = members.map(({ member, name, realised, proven }) => ({
    ...{ key: `${indicator} ${member}`, indicator, member: name, realised, proven },
  }));
  return [all, ...each];
}

function useMemberColumns(of: Organisation, threshold: number): Column<Row>[] {
  const intl = useIntl();
  const words = useVocabulary(of.space);
  const together = intl.formatMessage({ id: "partners.members.together" });
  const counted = (part: "realised" | "proven"): Column<Row> => ({
    ...{ id: part, label: intl.formatMessage({ id: `bar.${part}Word` }), isNumber: true },
    value: (row) => row[part],
    cell: (row) =>
      row[part] === null ? (
        <span className="small muted">
          <FormattedMessage id="partners.members.few" values={{ threshold }} />
        </span>
      ) : (
        <Count value={row[part]} />
      ),
  });
  return [
    {
      ...{ id: "indicator", label: intl.formatMessage({ id: "partners.members.indicator" }), isName: true },
      value: (row) => words.indicator(row.indicator),
      cell: (row) => words.indicator(row.indicator),
    },
    {
      ...{ id: "member", label: intl.formatMessage({ id: "partners.members.member" }) },
      value: (row) => row.member ?? together,
      cell: (row) => (row.member === null ? <strong>{together}</strong> : <Name>{row.member}</Name>),
    },
    counted("realised"),
    counted("proven"),
  ];
}
