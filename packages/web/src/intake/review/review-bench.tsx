// The two panes with what belongs to both: how far it is, what blocks, the keys.
import { useEffect, useMemo, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { FormPlaceProvider } from "../forms/form-place.tsx";
import type { Intake } from "../model/intake.ts";
import type { Passage } from "../model/value.ts";
import type { Marked } from "../text/cut-at-passages.ts";
import { TextPane } from "../text/text-pane.tsx";
import { AddBar, AddPlace } from "./add-anything.tsx";
import { GroupView } from "./group-view.tsx";
import { KeyHelp } from "./key-help.tsx";
import { LikelyCards } from "./likely-cards.tsx";
import { Meanwhile } from "./meanwhile.tsx";
import { RecordPanel } from "./record-panel.tsx";
import { ReviewHead } from "./review-head.tsx";
import { ReviewedProvider } from "./reviewed.ts";
import { useBenchKeys } from "./use-bench-keys.ts";
import { useFormPlaceOf } from "./use-form-place-of.ts";
import { type ReviewWork, useReviewWork } from "./use-work.ts";
import { WorkProvider } from "./work.ts";

type Shown = "both" | "text" | "draft";

export function ReviewBench({ intake: first }: { intake: Intake }) {
  const work = useReviewWork(first);
  const { intake } = work.snapshot;
  const [words, setWords] = useState<Passage | null>(null);
  const [shown, setShown] = useState<Shown>("both");
  const place = useFormPlaceOf(intake, work.items, words);
  const keys = useBenchKeys(work);
  useShowRow(work.selected);
  const marks = useMarks(work);
  const by = useMemo(() => pathsByStanding(work), [work]);
  if (intake.draft === null) return null;
  const { text, language } = intake.draft.source;
  return (
    <ReviewedProvider value={intake}>
      <WorkProvider value={work}>
        <FormPlaceProvider value={place}>
          <div className="bench" data-shown={shown}>
            <ReviewHead work={work} />
            <Meanwhile work={work} />
            <PaneSwitch shown={shown} onShow={setShown} />
            <div className="panes">
              <TextPane
                text={text}
                language={language}
                marks={marks}
                selected={work.selected}
                decided={by.decided}
                refused={by.refused}
                onSelect={work.select}
                onWords={setWords}
              >
                {!work.isOver && <AddBar words={words} />}
              </TextPane>
              <div className="draft-pane">
                {!work.items.some(({ what }) => what !== "choice") && <NothingFound />}
                <LikelyCards />
                {work.groups
                  .filter(({ id }) => id !== "same_event")
                  .map((group) => (
                    <GroupView key={group.id} group={group} />
                  ))}
                <AddPlace />
                <RecordPanel work={work} />
              </div>
            </div>
            <KeyHelp isOn={keys.isOn} turn={keys.turn} />
          </div>
        </FormPlaceProvider>
      </WorkProvider>
    </ReviewedProvider>
  );
}

/** Brings what is selected into view among what was proposed. */
function useShowRow(selected: string | null) {
  useEffect(() => {
    if (selected === null) return;
    const row = document.querySelector(`[data-path="${CSS.escape(selected)}"]`);
    row?.scrollIntoView({ block: "nearest" });
  }, [selected]);
}

function NothingFound() {
  return (
    <p className="table-empty">
      <FormattedMessage id="intake.nothingFound" />
    </p>
  );
}

function PaneSwitch({ shown, onShow }: { shown: Shown; onShow: (shown: Shown) => void }) {
  const intl = useIntl();
  return (
    <fieldset className="pane-switch not-printed">
      <legend className="unseen">{intl.formatMessage({ id: "intake.panes" })}</legend>
      {(["text", "both", "draft"] as const).map((one) => (
        <button key={one} type="button" aria-pressed={shown === one} onClick={() => onShow(one)}>
          <FormattedMessage id={`intake.pane.${one}`} />
        </button>
      ))}
    </fieldset>
  );
}

/** The passages of the values; those of a choice when it is the one selected. */
function useMarks({ items, selected }: ReviewWork): Marked[] {
  return useMemo(() => {
    const shown = items.filter(
      (item) => item.what !== "choice" || item.kind === "doubt" || item.path === selected,
    );
    return shown.flatMap(({ path, passages }) => passages.map(({ start, end }) => ({ path, start, end })));
  }, [items, selected]);
}

function pathsByStanding({ items, standing }: ReviewWork) {
  const decided = new Set<string>();
  const refused = new Set<string>();
  for (const item of items) {
    const stands = standing(item);
    if (stands === "refused") refused.add(item.path);
    else if (stands !== "open") decided.add(item.path);
  }
  return { decided, refused };
}
