import { useQuery } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { type Agreement, type StatedFigure, statedFigures } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { useOpen } from "../app/opened.ts";
import { Colon, Count, Name } from "../language/figures.tsx";
import { Section } from "./section.tsx";

/** Needs, past programmes, intentions, shares: stated and not promised, so that nobody takes them for targets. */
export function StatedFiguresSection({ agreement }: { agreement: Agreement }) {
  const { data } = useQuery(statedFigures(agreement.space, { agreement: agreement.reference }));
  if (!data || data.figures.length === 0) return null;
  return (
    <Section
      title={<FormattedMessage id="agreement.statedFigures" />}
      note={<FormattedMessage id="agreement.statedFiguresNote" />}
    >
      <Figures figures={data.figures} space={agreement.space} />
    </Section>
  );
}

interface FiguresAtEventProps {
  readonly eventId: string;
  readonly space: Space;
  /** On the event's own page they are a part of it, with its heading. */
  readonly isSection?: boolean;
}

/** Figures that were stated at an event and belong to no agreement. */
export function FiguresAtEvent({ eventId, space, isSection }: FiguresAtEventProps) {
  const { data } = useQuery(statedFigures(space, { eventId }));
  const figures = data?.figures.filter(({ agreement }) => agreement === null) ?? [];
  if (figures.length === 0) return null;
  if (isSection)
    return (
      <Section
        title={<FormattedMessage id="agreement.statedFigures" />}
        note={<FormattedMessage id="agreement.statedFiguresNote" />}
      >
        <Figures figures={figures} space={space} />
      </Section>
    );
  return (
    <div className="small">
      <p className="muted">
        <FormattedMessage id="agreement.statedFiguresNote" />
      </p>
      <Figures figures={figures} space={space} />
    </div>
  );
}

function Figures({ figures, space }: { figures: readonly StatedFigure[]; space: Space }) {
  return (
    <ul className="bare-list">
      {figures.map((figure) => (
        <li key={figure.id}>
          <OneFigure figure={figure} space={space} />
        </li>
      ))}
    </ul>
  );
}

function OneFigure({ figure, space }: { figure: StatedFigure; space: Space }) {
  const words = useVocabulary(space);
  const open = useOpen();
  const { passage } = figure;
  return (
    <>
      <FormattedMessage id={`stated.kind.${figure.kind}`} />
      <Colon />
      {figure.quantity !== null && (
        <strong>
          <Count value={figure.quantity} />
          {figure.kind === "share" ? " %" : figure.unit && ` ${words.unit(figure.unit)}`}
        </strong>
      )}{" "}
      {figure.subject && <Name>{figure.subject}</Name>}
      {figure.populations.length > 0 && (
        <span className="muted"> {figure.populations.map((code) => words.population(code)).join(" · ")}</span>
      )}
      {figure.saidBy && (
        <p className="small muted">
          <FormattedMessage
            id="figure.saidBy"
            values={{
              who: <Name>{[figure.saidBy.name, figure.saidBy.function].filter(Boolean).join(" · ")}</Name>,
            }}
          />
        </p>
      )}
      {passage && (
        <p className="quote-foot">
          <button
            type="button"
            className="figure small"
            onClick={() => open({ kind: "words", document: passage.document, passage: passage.id })}
          >
            «&nbsp;<Name>{passage.text}</Name>&nbsp;»
          </button>
        </p>
      )}
    </>
  );
}
