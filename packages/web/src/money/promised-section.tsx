// What was promised: each version with what changed it, and the words of each source.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { may, me } from "../api/account.ts";
import type { OneContribution } from "../api/funding.ts";
import { useOpen } from "../app/opened.ts";
import { Money as Amount, Day, Name, NoNumber } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";

type Version = OneContribution["amounts"][number];

export function PromisedSection({ data, number }: { data: OneContribution; number: string }) {
  const intl = useIntl();
  const { contribution, agreement, amounts } = data;
  const amends = may(useQuery(me()).data, "funding.edit") && contribution.basis === "signed";
  const title = intl.formatMessage({ id: "contribution.section.promised" });
  return (
    <Section
      anchor="promised"
      title={title}
      note={<FormattedMessage id={`money.basis.${contribution.basis}`} />}
    >
      <DataTable
        name="contribution-versions"
        caption={title}
        columns={useVersionColumns(data)}
        rows={[...amounts].reverse()}
        keyOf={(row) => String(row.version)}
        whenEmpty={null}
      />
      <Sources data={data} />
      {amends && (
        <p className="not-printed">
          <Link
            to="/agreements/$reference/money/$number/amend"
            params={{ reference: agreement.reference, number }}
          >
            <FormattedMessage id="moneyForm.amend" />
          </Link>
        </p>
      )}
    </Section>
  );
}

function useVersionColumns({ currency }: OneContribution): Column<Version>[] {
  const intl = useIntl();
  const label = (key: string) => intl.formatMessage({ id: `contribution.column.${key}` });
  return [
    {
      id: "from",
      label: label("from"),
      isName: true,
      cell: ({ from }) =>
        from === null ? <FormattedMessage id="contribution.fromTheBeginning" /> : <Day value={from} />,
    },
    {
      id: "amount",
      label: label("amount"),
      isNumber: true,
      cell: ({ amount }) => (amount === null ? <NoNumber /> : <Amount amount={amount} currency={currency} />),
    },
    {
      id: "qualifier",
      label: label("qualifier"),
      cell: ({ qualifier }) => <FormattedMessage id={`moneyForm.qualifier.${qualifier}`} />,
    },
    {
      id: "why",
      label: label("clause"),
      cell: ({ clause, reason }) =>
        clause || reason ? <Name>{[clause, reason].filter(Boolean).join(" · ")}</Name> : <NoNumber />,
    },
  ];
}

/** The words of each source, one click from their place in the text. */
function Sources({ data }: { data: OneContribution }) {
  const open = useOpen();
  const { sources } = data.contribution;
  if (sources.length === 0)
    return (
      <p className="small muted">
        <FormattedMessage id="contribution.noWords" />
      </p>
    );
  return (
    <ul className="bare-list">
      {sources.map(({ assertion, document, passage, title }) => (
        <li key={assertion} className="quote">
          <p dir="auto">«&nbsp;{passage.text}&nbsp;»</p>
          <p className="quote-foot">
            <Name>{title}</Name>
            <button
              type="button"
              className="plain-button"
              onClick={() => open({ kind: "words", document, passage: passage.id })}
            >
              <FormattedMessage id="contribution.showWords" />
            </button>
          </p>
        </li>
      ))}
    </ul>
  );
}
