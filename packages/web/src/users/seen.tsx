// What is seen: by which role and where, in words, in numbers, and area by area.
import { FormattedMessage, useIntl } from "react-intl";
import type { Seen, SeenGrant } from "../api/access.ts";
import { Count, Day, NoNumber, useLabel } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import "./seen.css";

/** The sentences and the numbers: enough to judge a role before it is given. */
export function SeenInWords({ seen }: { seen: Seen }) {
  const words = seen.words[useLocale()];
  return (
    <div className="seen-words">
      <ul className="seen-sentences">
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

/** Why: each role, where it holds, until when, and how many agreements it shows by itself. */
export function SeenBecause({ seen }: { seen: Seen }) {
  const intl = useIntl();
  const column = (key: string) => intl.formatMessage({ id: `users.seen.${key}` });
  const columns: Column<SeenGrant>[] = [
    {
      id: "role",
      label: column("role"),
      isName: true,
      cell: ({ role, held }) => (
        <>
          <FormattedMessage id={`core.kernel.role.${role}`} />
          {!held && (
            <span className="attention">
              {" · "}
              <FormattedMessage id="users.seen.notHeld" />
            </span>
          )}
        </>
      ),
    },
    { id: "where", label: column("where"), cell: (grant) => <Places grant={grant} /> },
    {
      id: "until",
      label: column("until"),
      cell: ({ until }) => (until === null ? <NoNumber /> : <Day value={until} />),
    },
    {
      id: "agreements",
      label: column("agreements"),
      isNumber: true,
      cell: ({ agreements }) => <Count value={agreements} />,
    },
  ];
  return (
    <DataTable
      name="seen-because"
      caption={column("because")}
      columns={columns}
      rows={seen.grants}
      keyOf={keyOfGrant}
      whenEmpty={<FormattedMessage id="users.seen.noRole" />}
    />
  );
}

const keyOfGrant = ({ role, places }: SeenGrant) =>
  `${role} ${places.map(({ kind, reference }) => `${kind} ${reference}`).join(" ")}`;

function Places({ grant: { places } }: { grant: SeenGrant }) {
  const label = useLabel();
  if (places.length === 0) return <FormattedMessage id="account.everywhere" />;
  return <bdi>{places.map(({ name }) => label(name)).join(" · ")}</bdi>;
}

interface Area {
  readonly area: string;
  readonly reads: readonly SeenGrant[];
  readonly acts: readonly SeenGrant[];
}

/** Area by area: what is read and what is done, where, and by which role. */
export function SeenByArea({ seen }: { seen: Seen }) {
  const intl = useIntl();
  const column = (key: string) => intl.formatMessage({ id: `users.seen.${key}` });
  const several = seen.grants.length > 1;
  const cell = (grants: readonly SeenGrant[]) => <Because grants={grants} namesRole={several} />;
  const columns: Column<Area>[] = [
    {
      id: "area",
      label: column("area"),
      isName: true,
      cell: ({ area }) => <FormattedMessage id={`core.access.area.${area}`} />,
    },
    { id: "reads", label: column("reads"), cell: ({ reads }) => cell(reads) },
    { id: "acts", label: column("acts"), cell: ({ acts }) => cell(acts) },
  ];
  return (
    <DataTable
      name="seen-areas"
      caption={column("byArea")}
      columns={columns}
      rows={areasOf(seen.grants)}
      keyOf={({ area }) => area}
      whenEmpty={<FormattedMessage id="users.seen.noRole" />}
    />
  );
}

function areasOf(grants: readonly SeenGrant[]): Area[] {
  const areas = new Set(grants.flatMap(({ reads, acts }) => [...reads, ...acts]));
  return [...areas].map((area) => ({
    area,
    reads: grants.filter(({ reads }) => reads.includes(area)),
    acts: grants.filter(({ acts }) => acts.includes(area)),
  }));
}

function Because({ grants, namesRole }: { grants: readonly SeenGrant[]; namesRole: boolean }) {
  if (grants.length === 0) return <NoNumber />;
  return (
    <ul>
      {grants.map((grant) => (
        <li key={keyOfGrant(grant)}>
          <Places grant={grant} />
          {namesRole && (
            <span className="small muted">
              {" · "}
              <FormattedMessage id={`core.kernel.role.${grant.role}`} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How much of what there is. */
export function SeenCounts({ counts }: { counts: Seen["counts"] }) {
  const kinds = Object.keys(counts) as (keyof typeof counts)[];
  return (
    <dl className="pairs seen-counts">
      {kinds.map((kind) => (
        <div key={kind} className="pair">
          <dt>
            <FormattedMessage id={`users.seen.count.${kind}`} />
          </dt>
          <dd>
            <FormattedMessage
              id="users.seen.ofAll"
              values={{
                seen: (
                  <strong>
                    <Count value={counts[kind].seen} />
                  </strong>
                ),
                all: <Count value={counts[kind].all} />,
              }}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
