// What has been published, what the next edition would tell and not tell, and what is said beside figures.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { type Edition, editions } from "../api/editions.ts";
import { Failure } from "../app/failure.tsx";
import { Gathered } from "../app/gathered.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Count, Day } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { CommentForm } from "./comment-form.tsx";
import { MakeEdition } from "./make-edition.tsx";
import { NoteForm } from "./note-form.tsx";
import "./editions.css";

export function EditionsPage() {
  const intl = useIntl();
  const space = useShownSpace();
  const who = useQuery(me()).data;
  const { data, error, refetch } = useQuery(editions(space));
  const columns = useEditionColumns();
  const name = intl.formatMessage({ id: "shell.editions" });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="editions.lead" />}>
      {error && <Failure error={error} reset={() => void refetch()} />}
      <Gathered lines={8}>
        {data && (
          <DataTable
            name="editions"
            caption={name}
            columns={columns}
            rows={data}
            keyOf={(one) => String(one.number)}
            whenEmpty={<FormattedMessage id="editions.none" />}
          />
        )}
        {data && may(who, "publishing.publish") && <MakeEdition key={space} space={space} editions={data} />}
        {data && data.length > 0 && may(who, "publishing.correct") && <NoteForm editions={data} />}
        {may(who, "comments.make") && <CommentForm />}
      </Gathered>
    </Page>
  );
}

function useEditionColumns(): Column<Edition>[] {
  const intl = useIntl();
  const label = (key: string) => intl.formatMessage({ id: `editions.column.${key}` });
  return [
    {
      id: "number",
      label: label("number"),
      isName: true,
      cell: (one) => (
        <a href={`/public/editions/${one.number}`}>
          <bdi>{one.title ?? intl.formatMessage({ id: "editions.name" }, { number: one.number })}</bdi>
        </a>
      ),
    },
    { id: "asOf", label: label("asOf"), cell: (one) => <Day value={one.asOf} /> },
    { id: "knownOn", label: label("knownOn"), cell: (one) => <Day value={one.knownOn} /> },
    { id: "made", label: label("made"), cell: (one) => <Day value={one.madeAt} /> },
    {
      id: "promises",
      label: label("promises"),
      isNumber: true,
      cell: (one) => <Count value={one.promises} />,
    },
    {
      id: "state",
      label: label("state"),
      cell: (one) =>
        one.supersededBy === null ? (
          <FormattedMessage id="editions.stands" />
        ) : (
          <FormattedMessage id="editions.supersededBy" values={{ number: one.supersededBy }} />
        ),
    },
  ];
}
