// The text as it will print: in one language or in both, clause beside clause. A figure shows where it comes from.
import { FormattedMessage, useIntl } from "react-intl";
import type { Draft, DraftBlock, DraftClause, DraftRun, DraftText } from "../api/drafting.ts";
import { AddClause, EditClause } from "./clause-form.tsx";
import { useTextChoice } from "./text-choice.ts";

interface TheTextProps {
  readonly texts: readonly DraftText[];
  /** The draft, where its clauses may be written. */
  readonly editing: Draft | null;
  readonly hash?: string;
}

export function TheText({ texts, editing, hash }: TheTextProps) {
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

function OneClause({
  text,
  clause,
  editing,
}: {
  text: DraftText;
  clause: DraftClause | undefined;
  editing: Draft | null;
}) {
  if (clause === undefined) return <div />;
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
      {blocksOf(clause.blocks)}
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

/** Lines of a list that follow each other stand in one list. */
function blocksOf(blocks: readonly DraftBlock[]) {
  const groups: { readonly at: number; readonly kind: DraftBlock["kind"]; readonly blocks: DraftBlock[] }[] =
    [];
  blocks.forEach((block, at) => {
    const last = groups.at(-1);
    if (last && block.kind === "item" && last.kind === "item") last.blocks.push(block);
    else groups.push({ at, kind: block.kind, blocks: [block] });
  });
  return groups.map(({ at, kind, blocks: own }) => {
    const [first] = own;
    if (first === undefined) return null;
    if (kind === "item") return <ItemList key={at} blocks={own} />;
    if (kind === "table") return <Matrix key={at} block={first} />;
    return (
      <p key={at}>
        <Runs runs={first.runs} />
      </p>
    );
  });
}

function ItemList({ blocks }: { blocks: readonly DraftBlock[] }) {
  return (
    <ul className="paper-list">
      {blocks.map(({ runs }) => (
        <li key={runs.map(({ text, from }) => from?.key ?? text).join("")}>
          <Runs runs={runs} />
        </li>
      ))}
    </ul>
  );
}

function Matrix({ block: { rows } }: { block: DraftBlock }) {
  const [heads = [], ...body] = rows;
  const wordsOf = (runs: readonly DraftRun[]) => runs.map(({ text }) => text).join("");
  return (
    <div className="paper-table">
      <table>
        <thead>
          <tr>
            {heads.map((cell) => (
              <th key={wordsOf(cell)} scope="col">
                {wordsOf(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr key={row.map((cell) => cell[0]?.from?.key).join(" ")}>
              {row.map((cell) => (
                <td key={cell[0]?.from?.key}>{wordsOf(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Runs({ runs }: { runs: readonly DraftRun[] }) {
  const intl = useIntl();
  return runs.map(({ text, from }, at) => {
    // a run has no other name than its place in a line that does not change while it is read
    const key = `${at} ${text}`;
    if (!from?.figure) return <span key={key}>{text}</span>;
    const basis = from.basis ?? "register";
    return (
      <bdi
        key={key}
        className="paper-figure"
        data-basis={basis}
        title={intl.formatMessage({ id: `drafting.basis.${basis}` })}
      >
        {text}
      </bdi>
    );
  });
}
