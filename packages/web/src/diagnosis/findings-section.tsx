// What was said, in its own words, with who said it and what it was merged into.
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Diagnosis, type Finding, removeFinding } from "../api/diagnoses.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { RemoveButton } from "../form/remove-button.tsx";
import { Name, NoNumber } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { FindingForm } from "./finding-form.tsx";
import { mergedMark } from "./say.tsx";
import { TableExport } from "./table-export.tsx";
import { useReadAnew } from "./use-after.ts";

export function FindingsSection({ diagnosis }: { diagnosis: Diagnosis }) {
  const intl = useIntl();
  const columns = useFindingColumns(diagnosis);
  const caption = intl.formatMessage({ id: "diagnosis.findings" });
  const rows = diagnosis.findings;
  return (
    <Section
      anchor="findings"
      title={caption}
      note={<FormattedMessage id="diagnosis.findingsNote" values={{ count: rows.length }} />}
    >
      <DataTable
        name="diagnosis-findings"
        caption={caption}
        columns={columns}
        rows={rows}
        keyOf={({ number }) => String(number)}
        whenEmpty={<FormattedMessage id="diagnosis.noFinding" />}
        tools={(shown) => <TableExport table="findings" {...{ diagnosis, caption, columns, shown, rows }} />}
      />
      {diagnosis.writable.includes("findings") && <FindingForm diagnosis={diagnosis} />}
    </Section>
  );
}

/** Who said it, in words: the group, the actor, the workshop. */
export function useWhoSaid(diagnosis: Diagnosis) {
  const intl = useIntl();
  const nameOf = useOrganisationName(diagnosis.space);
  return ({ group, actor, workshop }: Finding): string => {
    const heard = diagnosis.workshops.find(({ number }) => number === workshop);
    const there =
      heard &&
      `${intl.formatMessage({ id: "diagnosis.workshopNumber" }, { number: heard.number })} ${heard.title}`;
    return [group, actor && nameOf(actor), there].filter(Boolean).join(" · ");
  };
}

export function WhoSaid({ finding, diagnosis }: { finding: Finding; diagnosis: Diagnosis }) {
  const nameOf = useOrganisationName(diagnosis.space);
  const { group, actor, workshop } = finding;
  const heard = diagnosis.workshops.find(({ number }) => number === workshop);
  return (
    <span className="who-said">
      {group && <Name>{group}</Name>}
      {actor && <Name>{nameOf(actor)}</Name>}
      {heard && (
        <a href={`#workshop-${heard.number}`}>
          <FormattedMessage id="diagnosis.workshopNumber" values={{ number: heard.number }} />{" "}
          <Name>{heard.title}</Name>
        </a>
      )}
    </span>
  );
}

function useFindingColumns(diagnosis: Diagnosis): Column<Finding>[] {
  const intl = useIntl();
  const said = useWhoSaid(diagnosis);
  const label = (key: string) => intl.formatMessage({ id: `diagnosis.column.${key}` });
  return [
    {
      ...{ id: "number", label: label("number"), isName: true },
      cell: ({ number }) => (
        <span id={`finding-${number}`}>
          <Name>{number}</Name>
        </span>
      ),
      value: ({ number }) => number,
    },
    {
      ...{ id: "words", label: label("words") },
      cell: (one) => (
        <span className="said-words">
          <Name lang={one.language}>{one.words}</Name>
          <RemoveFinding finding={one} diagnosis={diagnosis} />
        </span>
      ),
      value: ({ words }) => words,
    },
    {
      id: "topic",
      label: label("topic"),
      cell: ({ topic }) => <Name>{topic}</Name>,
      value: ({ topic }) => topic,
    },
    {
      ...{ id: "said", label: label("said") },
      cell: (one) => <WhoSaid finding={one} diagnosis={diagnosis} />,
      value: said,
    },
    {
      ...{ id: "merged", label: label("mergedInto") },
      cell: ({ merged }) =>
        merged === null ? (
          <NoNumber />
        ) : (
          <a href={`#merged-${merged}`}>
            <Name>{mergedMark(merged)}</Name>
          </a>
        ),
      value: ({ merged }) => (merged === null ? null : mergedMark(merged)),
    },
  ];
}

function RemoveFinding({ finding, diagnosis }: { finding: Finding; diagnosis: Diagnosis }) {
  const anew = useReadAnew(diagnosis.reference);
  if (!diagnosis.writable.includes("findings") || finding.merged !== null) return null;
  return (
    <RemoveButton
      what={finding.words}
      onRemove={async (reason) => {
        await removeFinding(diagnosis.reference, finding.number, reason);
        await anew();
      }}
    />
  );
}
