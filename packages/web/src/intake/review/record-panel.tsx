// What recording will write, and the act; afterwards where it stands in the register.
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { Name } from "../../language/figures.tsx";
import { readIntake, recordIntake } from "../ask.ts";
import type { Joined, Outline } from "../model/intake.ts";
import { SetAside } from "./nothing-here.tsx";
import { useReviewed } from "./reviewed.ts";
import type { ReviewWork } from "./use-work.ts";

export function RecordPanel({ work }: { work: ReviewWork }) {
  const { intake } = work.snapshot;
  return (
    <section className="record-panel" id="record" tabIndex={-1}>
      {intake.state === "open" && <BeforeRecording work={work} />}
      {intake.state === "recorded" && <Recorded agreements={intake.agreements} />}
      {intake.state === "nothing" && <SetAside work={work} />}
    </section>
  );
}

function BeforeRecording({ work }: { work: ReviewWork }) {
  const { intake } = work.snapshot;
  return (
    <>
      <h2>
        <FormattedMessage id="intake.willRecord" />
      </h2>
      {intake.outline && <OutlineWords outline={intake.outline} />}
      <JoinedFigures />
      {work.mayRecord && <RecordAct work={work} />}
    </>
  );
}

function RecordAct({ work }: { work: ReviewWork }) {
  const client = useQueryClient();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { items, standing, snapshot, review } = work;
  const { intake, saving } = snapshot;
  const open = items.filter((item) => standing(item) === "open").length;
  const isReady =
    open === 0 && saving === "saved" && intake.obstacles.length === 0 && intake.outline !== null;
  const record = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      await recordIntake(intake.id, intake.revision);
      review.adopt(await readIntake(intake.id));
      client.removeQueries({
        predicate: ({ queryKey }) => !["intake", "intake words", "words", "me"].includes(String(queryKey[0])),
      });
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  return (
    <>
      {!isReady && (
        <p className="attention" data-blocked>
          <FormattedMessage id="intake.notYet" values={{ open }} />
        </p>
      )}
      {refusal && (
        <p className="form-fault" role="alert">
          {refusal}
        </p>
      )}
      <button
        type="button"
        className="button strong"
        data-record
        disabled={!isReady || isBusy}
        onClick={() => void record()}
      >
        <FormattedMessage id="intake.record" />
      </button>
    </>
  );
}

const counted = ["agreements", "commitments", "contributions", "events", "organisations"] as const;
const plain = ["people", "figures", "assertions", "doubts", "conflicts"] as const;

function OutlineWords({ outline }: { outline: Outline }) {
  return (
    <ul className="outline" data-outline>
      {counted.map((name) => {
        const { new: fresh, known } = outline[name];
        return fresh + known === 0 ? null : (
          <li key={name} data-count={name}>
            <FormattedMessage id={`intake.outline.${name}`} values={{ count: fresh + known }} />
            {known > 0 && (
              <span className="muted">
                {" "}
                <FormattedMessage id="intake.outline.known" values={{ known }} />
              </span>
            )}
          </li>
        );
      })}
      {plain.map((name) =>
        outline[name] === 0 ? null : (
          <li key={name} data-count={name} className={name === "conflicts" ? "attention" : undefined}>
            <FormattedMessage id={`intake.outline.${name}`} values={{ count: outline[name] }} />
          </li>
        ),
      )}
    </ul>
  );
}

/** Figures that are recorded already: they count once, and their wordings stand side by side. */
function JoinedFigures() {
  const { joined } = useReviewed();
  if (joined.length === 0) return null;
  return (
    <div className="joined">
      <p className="small muted">
        <FormattedMessage id="intake.joined" />
      </p>
      {joined.map((one) => (
        <JoinedFigure key={one.path} one={one} />
      ))}
    </div>
  );
}

function JoinedFigure({ one }: { one: Joined }) {
  return (
    <div className="joined-figure" data-joined={one.reference} data-conflict={one.conflict || undefined}>
      <p className="small">
        <bdi>{one.reference}</bdi>{" "}
        {one.conflict && (
          <span className="attention">
            <FormattedMessage id="intake.conflict" />
          </span>
        )}
      </p>
      <div className="side-by-side small">
        <q className="item-words">
          <Name>{one.here.words}</Name>
        </q>
        {one.there.map(({ words, title }) => (
          <span key={`${title} ${words}`}>
            <q className="item-words">
              <Name>{words}</Name>
            </q>{" "}
            <span className="muted">
              <Name>{title}</Name>
            </span>
          </span>
        ))}
      </div>
    </div>
  );
}

function Recorded({ agreements }: { agreements: readonly string[] }) {
  return (
    <div role="status" data-recorded>
      <h2>
        <FormattedMessage id="intake.recorded" />
      </h2>
      <ul className="bare-list">
        {agreements.map((reference) => (
          <li key={reference}>
            <Link to="/agreements/$reference" params={{ reference }}>
              <bdi>{reference}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
