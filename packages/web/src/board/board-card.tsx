import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { KindWords, Title, useTitle } from "../agreements/agreement-words.tsx";
import { useOrganisationName } from "../api/organisations.ts";
import { type AgreementLine, type AgreementSummary, everyoneNext } from "../api/read.ts";
import type { Space } from "../app/address.ts";
import { today } from "../app/today.ts";
import { Day, Name } from "../language/figures.tsx";
import { latenessOf } from "./is-late.ts";
import { movesOf } from "./moves.ts";
import "../standings/standings.css";

interface BoardCardProps {
  readonly agreement: AgreementSummary;
  readonly line: AgreementLine | undefined;
  readonly space: Space;
  readonly onHold: (held: AgreementSummary | null) => void;
  readonly onMove: () => void;
}

/** A card can be dragged unless it is known that the reader may do no act from here: who is quick need not wait for that. */
export function BoardCard({ agreement, line, space, onHold, onMove }: BoardCardProps) {
  const intl = useIntl();
  const title = useTitle()(agreement);
  const [isNear, setNear] = useState(false);
  const { data } = useQuery({ ...everyoneNext(agreement.reference), enabled: isNear });
  const isFixed = data !== undefined && movesOf(data).length === 0;
  return (
    <li
      className="board-card"
      draggable={!isFixed}
      onPointerEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", agreement.reference);
        onHold(agreement);
      }}
      onDragEnd={() => onHold(null)}
    >
      <Link to="/agreements/$reference" params={{ reference: agreement.reference }} draggable={false}>
        <Title of={agreement} />
      </Link>
      <p className="small muted">
        <Name>{agreement.reference}</Name>
        {" · "}
        <KindWords kind={agreement.kind} type={agreement.type} />
      </p>
      <CardNext agreement={agreement} />
      <Lateness agreement={agreement} line={line} />
      <CardPeople agreement={agreement} space={space} />
      <button
        type="button"
        className="card-move small not-printed"
        onClick={onMove}
        aria-label={intl.formatMessage({ id: "board.moveOf" }, { title })}
      >
        <FormattedMessage id="board.move" />
      </button>
    </li>
  );
}

function CardNext({ agreement: { nextAction, nextActionOn } }: { agreement: AgreementSummary }) {
  if (nextAction === null) return null;
  return (
    <p className="small">
      <Name>{nextAction}</Name>
      {nextActionOn && (
        <>
          {" · "}
          <Day value={nextActionOn} />
        </>
      )}
    </p>
  );
}

/** In words, not in colour alone. */
export function Lateness({ agreement, line }: Pick<BoardCardProps, "agreement" | "line">) {
  const late = latenessOf(agreement, line, today());
  if (!late.action && late.promises === 0) return null;
  return (
    <p className="small" data-state="late">
      {late.action && <FormattedMessage id="board.actionLate" />}
      {late.action && late.promises > 0 && " · "}
      {late.promises > 0 && <FormattedMessage id="board.promisesLate" values={{ count: late.promises }} />}
    </p>
  );
}

function CardPeople({ agreement, space }: Pick<BoardCardProps, "agreement" | "space">) {
  const nameOf = useOrganisationName(space);
  const intl = useIntl();
  const { leadOrganisation } = agreement;
  const names = [...new Set(agreement.parties.map(nameOf))];
  const others = names.filter((name) => leadOrganisation === null || name !== nameOf(leadOrganisation));
  return (
    <p className="small muted" title={names.join(" · ")}>
      {leadOrganisation && (
        <FormattedMessage
          id="board.owner"
          values={{ who: <Name key="who">{nameOf(leadOrganisation)}</Name> }}
        />
      )}
      {leadOrganisation && others.length > 0 && " · "}
      {others.length > 0 && <Name>{others.slice(0, 2).join(" · ")}</Name>}
      {others.length > 2 &&
        ` ${intl.formatMessage({ id: "list.moreParties" }, { count: others.length - 2 })}`}
    </p>
  );
}
