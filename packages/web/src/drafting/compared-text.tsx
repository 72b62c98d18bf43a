// Two versions laid over each other: what went is struck through, what came is marked, a figure stands with both.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type ClauseChange, type Compared, comparison, type Draft } from "../api/drafting.ts";
import { Failure } from "../app/failure.tsx";
import { Waiting } from "../app/waiting.tsx";
import { useFigureName } from "./figure-name.ts";
import { useTextChoice } from "./text-choice.ts";

interface ComparedProps {
  readonly draft: Draft;
  readonly compared: Compared;
}

export function ComparedText({ draft, compared }: ComparedProps) {
  const chosen = useTextChoice(draft.content.texts);
  const language = chosen === "both" ? "fr" : chosen;
  const { data, error, refetch } = useQuery(comparison(draft.agreement, compared, language));
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={14} />;
  const changed = data.clauses.filter(({ status }) => status !== "same");
  return (
    <div className="paper-sheet">
      <header>
        <h2>
          <WhatIsCompared {...compared} />
        </h2>
        <p className="small">
          <Link
            from="/agreements/$reference/draft"
            search={(before) => ({ ...before, beside: undefined, template: undefined })}
          >
            <FormattedMessage id="drafting.endCompare" />
          </Link>
        </p>
      </header>
      <FigureChanges draft={draft} figures={data.figures} />
      {changed.length === 0 && (
        <p className="muted">
          <FormattedMessage id="drafting.noChange" />
        </p>
      )}
      {changed.map((clause) => (
        <OneChange key={clause.key} clause={clause} language={language} />
      ))}
    </div>
  );
}

function WhatIsCompared({ from, to, template }: Compared) {
  if (template !== undefined)
    return <FormattedMessage id="drafting.comparedTemplate" values={{ number: template }} />;
  if (to === undefined) return <FormattedMessage id="drafting.comparedNow" values={{ from }} />;
  return <FormattedMessage id="drafting.compared" values={{ from, to }} />;
}

function FigureChanges({ draft, figures }: { draft: Draft; figures: Draft["moved"] }) {
  const nameOf = useFigureName(draft);
  if (figures.length === 0) return null;
  return (
    <table className="figure-changes">
      <caption className="small muted">
        <FormattedMessage id="drafting.changedFigures" />
      </caption>
      <thead>
        <tr>
          {["figure", "before", "after"].map((id) => (
            <th key={id} scope="col">
              <FormattedMessage id={`drafting.head.${id}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.map(({ key, before, after }) => (
          <tr key={key}>
            <th scope="row">
              <bdi>{nameOf(key)}</bdi>
            </th>
            <td className="number">
              <bdi>{before ?? "–"}</bdi>
            </td>
            <td className="number">
              <strong>
                <bdi>{after ?? "–"}</bdi>
              </strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OneChange({
  clause: { title, status, parts },
  language,
}: {
  clause: ClauseChange;
  language: "fr" | "ar";
}) {
  const intl = useIntl();
  // a mark is read out as what it is
  const said = (id: string) => (
    <span className="unseen">{intl.formatMessage({ id: `drafting.part.${id}` })} </span>
  );
  // the title stands above already
  const isWhole = parts[0]?.kind === "same" || status === "added" || status === "removed";
  const body = isWhole && parts[0]?.text.startsWith(title) ? cutTitle(parts, title) : parts;
  return (
    <section className="paper-clause" lang={language} dir={language === "ar" ? "rtl" : "ltr"}>
      <h3>
        {title}
        <span className="clause-origin">
          <FormattedMessage id={`drafting.status.${status}`} />
        </span>
      </h3>
      <p className="compared">
        {body.map(({ kind, text }, at) => {
          // a part has no other name than its place in two texts that do not change
          const key = `${at} ${text.slice(0, 20)}`;
          if (kind === "added")
            return (
              <ins key={key}>
                {said("added")}
                {text}
              </ins>
            );
          if (kind === "removed")
            return (
              <del key={key}>
                {said("removed")}
                {text}
              </del>
            );
          return <span key={key}>{text}</span>;
        })}
      </p>
    </section>
  );
}

function cutTitle(parts: ClauseChange["parts"], title: string): ClauseChange["parts"] {
  return parts.map((part, at) =>
    at === 0 ? { ...part, text: part.text.slice(title.length).trimStart() } : part,
  );
}
