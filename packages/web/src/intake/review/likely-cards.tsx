// «This looks like an event already recorded»: what agrees, what differs, side by side; the same, or another.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Name } from "../../language/figures.tsx";
import { useLocale } from "../../language/language-provider.tsx";
import type { Item, LikelyRecorded, Told } from "../model/intake.ts";
import { isObject } from "../model/value.ts";
import { useReviewed } from "./reviewed.ts";
import { useWork } from "./work.ts";

export function LikelyCards() {
  const { items, likely } = useReviewed();
  const { selected, standing } = useWork();
  const question = items.find((item) => item.kind === "same_event");
  if (!question || likely.length === 0) return null;
  return (
    <section
      className="likely"
      data-path={question.path}
      data-standing={standing(question)}
      aria-current={selected === question.path || undefined}
    >
      <h2>
        <FormattedMessage id="intake.likely" values={{ count: likely.length }} />
      </h2>
      {likely.map((one) => (
        <Card key={one.event} one={one} question={question} />
      ))}
      <Another question={question} />
    </section>
  );
}

/** Whether it was said to be this event, another one, or nothing yet. */
function useAnswer(question: Item) {
  const { standing, decisionAt, decide, isOver } = useWork();
  const isSaid = standing(question) !== "open";
  const own = decisionAt(question.path);
  const value = own && "value" in own ? own.value : question.value;
  const event = isObject(value) ? value.event : null;
  const say = (next: string | null) =>
    void decide({ path: question.path, decision: "changed", value: { event: next } }).catch(() => undefined);
  return { isSaid, event, say, isOver };
}

function Card({ one, question }: { one: LikelyRecorded; question: Item }) {
  const intl = useIntl();
  const { isSaid, event, say, isOver } = useAnswer(question);
  const isThis = isSaid && event === one.event;
  return (
    <article className="likely-card" data-event={one.event} data-same={isThis || undefined}>
      <h3>
        <Name>{one.name ?? intl.formatMessage({ id: `event.kind.${one.kind}` })}</Name>{" "}
        <bdi className="muted small">{one.event}</bdi>
      </h3>
      <div className="side-by-side">
        <Sentences title="intake.agrees" all={one.agrees} />
        <Sentences title="intake.differs" all={one.differs} />
      </div>
      <p className="small muted">
        {one.sources.map(({ document, title }) => (
          <span key={document}>
            <Name>{title}</Name>{" "}
          </span>
        ))}
        {one.agreements.map((reference) => (
          <span key={reference}>
            {" · "}
            <Link to="/agreements/$reference" params={{ reference }}>
              <bdi>{reference}</bdi>
            </Link>
          </span>
        ))}
      </p>
      <button
        type="button"
        className="button"
        data-same-event={one.event}
        aria-pressed={isThis}
        disabled={isOver}
        onClick={() => say(one.event)}
      >
        <FormattedMessage id="intake.sameEvent" />
      </button>
    </article>
  );
}

function Another({ question }: { question: Item }) {
  const { isSaid, event, say, isOver } = useAnswer(question);
  return (
    <button
      type="button"
      className="button"
      data-another-event
      aria-pressed={isSaid && event === null}
      disabled={isOver}
      onClick={() => say(null)}
    >
      <FormattedMessage id="intake.anotherEvent" />
    </button>
  );
}

function Sentences({ title, all }: { title: string; all: readonly Told[] }) {
  const locale = useLocale();
  return (
    <div>
      <p className="small muted">
        <FormattedMessage id={title} />
      </p>
      <ul className="sentences">
        {all.map((told) => (
          <li key={`${told.code} ${told.en}`}>
            <Name>{told[locale]}</Name>
          </li>
        ))}
        {all.length === 0 && (
          <li className="muted">
            <FormattedMessage id="intake.nothingHere" />
          </li>
        )}
      </ul>
    </div>
  );
}
