// The text as it will print: in one language or in both, clause beside clause. A figure shows where it comes from, words
// that somebody commented are marked.
import { FormattedMessage } from "react-intl";
import type { Draft, DraftBlock, DraftClause, DraftComment, DraftRun, DraftText } from "../api/drafting.ts";
import { AddClause, EditClause } from "./clause-form.tsx";
import { Runs } from "./marked-runs.tsx";
import { cellStarts, type Passage, passagesOf, startsOf } from "./passages.ts";
import { useTextChoice } from "./text-choice.ts";

/** What was said of the text, and whether what is settled is marked too. */
export interface Said {
  readonly comments: readonly DraftComment[];
  readonly areSettledShown: boolean;
}

interface TheTextProps {
  readonly texts: readonly DraftText[];
  /** The draft, where its clauses may be written. */
  readonly editing: Draft | null;
  readonly said: Said;
  readonly hash?: string;
}

export function TheText({ texts, editing, said, hash }: TheTextProps) {
  const chosen = useTextChoice(texts);
  const shown = chosen === "both" ? texts : texts.filter(({ language }) => language === chosen);
  const [first] = shown;
  if (first === undefined) return null;
  return (
    <div className="paper-sheet" data-two={shown.length > 1 || undefined}>
      <div className="paper-row">
        {shown.map((text) => (
          <header key={text.language} lang={text.language} dir={directionOf(text)} className="paper-head">
            <p>{text.head}</p>
            <h2>{text.title}</h2>
          </header>
        ))}
      </div>
      {keysOf(shown).map((key) => (
        <div key={key} className="paper-row" id={`clause-${key}`}>
          {shown.map((text) => (
            <OneClause
              key={text.language}
              text={text}
              clause={text.clauses.find((clause) => clause.key === key)}
              said={said}
              editing={shown.length === 1 ? editing : null}
            />
          ))}
        </div>
      ))}
      {editing && shown.length === 1 && <AddClause draft={editing} text={first} />}
      {hash !== undefined && (
        <p className="small muted paper-seal">
          SHA-256 <bdi>{hash}</bdi>
        </p>
      )}
    </div>
  );
}

const directionOf = ({ language }: DraftText) => (language === "ar" ? "rtl" : "ltr");

/** The clauses of all texts as they follow each other; one that a text lacks leaves its place empty. */
function keysOf(texts: readonly DraftText[]): string[] {
  return [...new Set(texts.flatMap(({ clauses }) => clauses.map(({ key }) => key)))];
}

interface ClauseProps {
  readonly text: DraftText;
  readonly clause: DraftClause | undefined;
  readonly said: Said;
  readonly editing: Draft | null;
}

function OneClause({ text, clause, said, editing }: ClauseProps) {
  if (clause === undefined) return <div />;
  const passages = passagesOf(said.comments, text.language, clause, said.areSettledShown);
  return (
    <section
      className="paper-clause"
      lang={text.language}
      dir={directionOf(text)}
      data-origin={clause.origin}
    >
      <h3>
        <Heading clause={clause} language={text.language} />
        <Origin clause={clause} />
      </h3>
      {blocksOf(clause.blocks, passages)}
      {editing && <EditClause draft={editing} clause={clause} language={text.language} />}
    </section>
  );
}

const article = { fr: "Article", ar: "المادة" } as const;

export function Heading({
  clause: { number, title },
  language,
}: {
  clause: DraftClause;
  language: DraftText["language"];
}) {
  if (number === null) return title;
  return `${article[language]} ${number}${title === "" ? "" : ` – ${title}`}`;
}

function Origin({ clause: { origin } }: { clause: DraftClause }) {
  if (origin === "template") return null;
  return (
    <span className="clause-origin not-printed">
      <FormattedMessage id={`drafting.origin.${origin}`} />
    </span>
  );
}

interface Placed extends DraftBlock {
  /** Where it begins in the clause's words. */
  readonly start: number;
}

/** Lines of a list that follow each other stand in one list. */
function blocksOf(blocks: readonly DraftBlock[], passages: readonly Passage[]) {
  const starts = startsOf(blocks);
  const groups: Placed[][] = [];
  blocks.forEach((block, at) => {
    const placed = { ...block, start: starts[at] ?? 0 };
    const last = groups.at(-1);
    if (block.kind === "item" && last?.[0]?.kind === "item") last.push(placed);
    else groups.push([placed]);
  });
  return groups.map((own) => {
    const [first] = own;
    if (first === undefined) return null;
    const { kind, start } = first;
    if (kind === "item") return <ItemList key={start} blocks={own} passages={passages} />;
    if (kind === "table") return <Matrix key={start} block={first} passages={passages} />;
    return (
      <p key={start}>
        <Runs runs={first.runs} from={start} passages={passages} />
      </p>
    );
  });
}

function ItemList({ blocks, passages }: { blocks: readonly Placed[]; passages: readonly Passage[] }) {
  return (
    <ul className="paper-list">
      {blocks.map(({ runs, start }) => (
        <li key={start}>
          <Runs runs={runs} from={start} passages={passages} />
        </li>
      ))}
    </ul>
  );
}

function Matrix({ block, passages }: { block: Placed; passages: readonly Passage[] }) {
  const starts = cellStarts(block, block.start);
  const cellsOf = (row: readonly DraftRun[][], at: number) =>
    row.map((runs, column) => ({ runs, start: starts[at]?.[column] ?? 0 }));
  const [heads = [], ...body] = block.rows.map(cellsOf);
  return (
    <div className="paper-table">
      <table>
        <thead>
          <tr>
            {heads.map(({ runs, start }) => (
              <th key={start} scope="col">
                <Runs runs={runs} from={start} passages={passages} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr key={row[0]?.start}>
              {row.map(({ runs, start }) => (
                <td key={start}>
                  <Runs runs={runs} from={start} passages={passages} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
