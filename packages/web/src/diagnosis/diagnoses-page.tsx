// The diagnoses of a space: how far each one is, who came, what was said and what was answered.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { type DiagnosesQuery, diagnoses } from "../api/diagnoses.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ListExport } from "../export/list-export.tsx";
import { ChoiceFilter } from "../form/choice-filter.tsx";
import { WordsFilter } from "../form/words-filter.tsx";
import { ListTable } from "../table/list-table.tsx";
import { type DiagnosesSearch, diagnosisStates } from "./address.ts";
import { useDiagnosisColumns } from "./diagnosis-columns.tsx";
import { DiagnosisWords } from "./diagnosis-words.tsx";
import { useStageWords } from "./say.tsx";
import "../form/form.css";
import "./diagnosis.css";

const pageSize = 50;

export function DiagnosesPage() {
  return (
    <DiagnosisWords>
      <Diagnoses />
    </DiagnosisWords>
  );
}

function Diagnoses() {
  const intl = useIntl();
  const search = useSearch({ from: "/diagnoses" });
  const navigate = useNavigate({ from: "/diagnoses" });
  const space = useShownSpace();
  const { text, state, sort = "recorded", direction = "desc", offset = 0 } = search;
  const query: DiagnosesQuery = { space, text, state, sort, direction };
  const { data, error, refetch } = useQuery(diagnoses({ ...query, limit: pageSize, offset }));
  const columns = useDiagnosisColumns();
  const client = useQueryClient();
  const readPage = async (limit: number, at: number) => {
    const page = await client.fetchQuery(diagnoses({ ...query, limit, offset: at }));
    return { total: page.total, rows: page.diagnoses };
  };
  const change = (part: Partial<DiagnosesSearch>) =>
    void navigate({ search: (before) => ({ ...before, offset: undefined, ...part }), replace: true });
  const name = intl.formatMessage({ id: "diagnosis.title" });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="diagnosis.lead" />} aside={<BeginLink />}>
      <Filters search={search} onChange={change} />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} />}
      {data && (
        <ListTable
          name="diagnoses"
          caption={name}
          columns={columns}
          rows={data.diagnoses}
          keyOf={({ id }) => id}
          {...{ sort, direction, offset }}
          named="asc"
          total={data.total}
          limit={pageSize}
          onChange={change}
          whenEmpty={<WhyEmpty isFiltered={Boolean(text || state)} />}
          tools={(shown) => (
            <ListExport table="diagnoses" caption={name} {...{ space, columns, shown, readPage }} />
          )}
        />
      )}
    </Page>
  );
}

/** Who may not begin one is not told to. */
function WhyEmpty({ isFiltered }: { isFiltered: boolean }) {
  const { data: who } = useQuery(me());
  if (isFiltered) return <FormattedMessage id="diagnosis.emptyFiltered" />;
  return <FormattedMessage id={may(who, "diagnosis.edit") ? "diagnosis.empty" : "diagnosis.emptyRead"} />;
}

function BeginLink() {
  const { data: who } = useQuery(me());
  if (!may(who, "diagnosis.edit")) return null;
  return (
    <Link to="/diagnoses/new" className="button not-printed">
      <FormattedMessage id="diagnosis.begin" />
    </Link>
  );
}

interface FiltersProps {
  readonly search: DiagnosesSearch;
  readonly onChange: (part: Partial<DiagnosesSearch>) => void;
}

function Filters({ search, onChange }: FiltersProps) {
  const stage = useStageWords();
  return (
    <search className="filters not-printed">
      <WordsFilter value={search.text ?? ""} onChange={(words) => onChange({ text: words || undefined })} />
      <ChoiceFilter
        label="diagnosis.column.state"
        value={search.state}
        options={diagnosisStates.map((value) => ({ value, words: stage(value) }))}
        onChange={(state) => onChange({ state })}
      />
    </search>
  );
}
