// Findings together, by their rank: what each stands for, down to who said it, and up to what is answered.
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Diagnosis, type Merged, separateFindings } from "../api/diagnoses.ts";
import { RemoveButton } from "../form/remove-button.tsx";
import { Count, Name, NoNumber } from "../language/figures.tsx";
import { Bar } from "../standings/ranked-places.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { useWhoSaid, WhoSaid } from "./findings-section.tsx";
import { MarksForm } from "./marks-form.tsx";
import { MarksTable } from "./marks-table.tsx";
import { MergeForm } from "./merge-form.tsx";
import { RankingForm } from "./ranking-form.tsx";
import { mergedMark, useWords, Words } from "./say.tsx";
import { TableExport } from "./table-export.tsx";
import { useReadAnew } from "./use-after.ts";
import "../standings/bars.css";

export function MergedSection({ diagnosis }: { diagnosis: Diagnosis }) {
  const intl = useIntl();
  const columns = useMergedColumns(diagnosis);
  const { merged: rows, ranking, writable } = diagnosis;
  const caption = intl.formatMessage({ id: "diagnosis.merged" });
  const marks = writable.includes("ranking");
  return (
    <Section
      anchor="merged"
      title={caption}
      note={
        ranking && (
          <FormattedMessage
            id={`diagnosis.ranking.${ranking.kind}`}
            values={{ count: ranking.criteria.length }}
          />
        )
      }
    >
      {ranking && (
        <p className="small muted">
          <Name>{ranking.words}</Name>
        </p>
      )}
      <DataTable
        name="diagnosis-merged"
        caption={caption}
        columns={columns}
        rows={rows}
        keyOf={({ number }) => String(number)}
        whenEmpty={<FormattedMessage id="diagnosis.noMerged" />}
        tools={(shown) => <TableExport table="ranking" {...{ diagnosis, caption, columns, shown, rows }} />}
      />
      {ranking && <MarksTable diagnosis={diagnosis} ranking={ranking} />}
      {writable.includes("merging") && <MergeForm diagnosis={diagnosis} />}
      {marks && <RankingForm diagnosis={diagnosis} />}
      {marks && ranking && rows.length > 0 && <MarksForm diagnosis={diagnosis} ranking={ranking} />}
    </Section>
  );
}

function useMergedColumns(diagnosis: Diagnosis): Column<Merged>[] {
  const intl = useIntl();
  const wordsOf = useWords();
  const said = useWhoSaid(diagnosis);
  const label = (key: string) => intl.formatMessage({ id: `diagnosis.column.${key}` });
  const best = Math.max(1, ...diagnosis.merged.map(({ score }) => score ?? 0));
  const sourcesOf = (one: Merged) => diagnosis.findings.filter(({ merged }) => merged === one.number);
  return [
    {
      ...{ id: "rank", label: label("rank"), isNumber: true },
      cell: ({ rank }) => (rank === null ? <NoNumber /> : <strong className="rank">{rank}</strong>),
      value: ({ rank }) => rank,
    },
    {
      ...{ id: "merged", label: label("merged"), isName: true },
      cell: (one) => (
        <span className="merged-words" id={`merged-${one.number}`}>
          <span>
            <span className="muted">
              <Name>{mergedMark(one.number)}</Name>
            </span>{" "}
            <Words of={one} />
          </span>
          <Sources merged={one} diagnosis={diagnosis} />
        </span>
      ),
      values: [
        { label: label("number"), of: ({ number }) => mergedMark(number) },
        { label: label("merged"), of: wordsOf },
        { label: label("sources"), of: ({ sources }) => sources.join(" ") },
        { label: label("said"), of: (one) => [...new Set(sourcesOf(one).map(said))].join(" ; ") },
      ],
    },
    {
      ...{ id: "score", label: label("score"), isNumber: true },
      cell: ({ score }) =>
        score === null ? (
          <NoNumber />
        ) : (
          <span className="score">
            <Bar share={score / best} />
            <Count value={score} />
          </span>
        ),
      value: ({ score }) => score,
    },
    {
      ...{ id: "actions", label: label("actions") },
      cell: ({ actions }) => <ActionLinks actions={actions} />,
      value: ({ actions }) => actions.join(" "),
    },
  ];
}

function ActionLinks({ actions }: { actions: readonly number[] }) {
  if (actions.length === 0)
    return (
      <span className="muted small">
        <FormattedMessage id="diagnosis.noActionFor" />
      </span>
    );
  return actions.map((number) => (
    <a key={number} href={`#action-${number}`} className="action-link">
      <FormattedMessage id="diagnosis.actionNumber" values={{ number }} />
    </a>
  ));
}

interface SourcesProps {
  readonly merged: Merged;
  readonly diagnosis: Diagnosis;
}

/** Every finding that it stands for, as it was said, and by whom; while they are merged, each can be taken out again. */
function Sources({ merged, diagnosis }: SourcesProps) {
  const anew = useReadAnew(diagnosis.reference);
  const edits = diagnosis.writable.includes("merging");
  const sources = diagnosis.findings.filter((one) => one.merged === merged.number);
  const separate = async (findings: number[] | null, reason: string) => {
    await separateFindings(diagnosis.reference, merged.number, findings, reason);
    await anew();
  };
  return (
    <details className="small">
      <summary>
        <FormattedMessage id="diagnosis.sources" values={{ count: sources.length }} />
      </summary>
      <ul className="sources">
        {sources.map((one) => (
          <li key={one.number} className="quote">
            <span>
              <Name lang={one.language}>{one.words}</Name>
            </span>
            <span className="quote-foot">
              <a href={`#finding-${one.number}`}>
                <FormattedMessage id="diagnosis.findingNumber" values={{ number: one.number }} />
              </a>
              <WhoSaid finding={one} diagnosis={diagnosis} />
              {edits && (
                <RemoveButton
                  what={one.words}
                  action={<FormattedMessage id="diagnosis.separate" />}
                  onRemove={(reason) => separate([one.number], reason)}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
      {edits && sources.length > 1 && (
        <RemoveButton
          what={merged.words}
          action={<FormattedMessage id="diagnosis.separateAll" />}
          onRemove={(reason) => separate(null, reason)}
        />
      )}
    </details>
  );
}
