// The three acts on a proposal. Each is a button with its word; an act that stands is pressed, and pressing it again
// takes it back.
import { useIntl } from "react-intl";
import type { Standing } from "../model/decide.ts";

export type Act = "accept" | "change" | "refuse";

const signs: Readonly<Record<Act, string>> = {
  accept: "M3 8.5l3.2 3.2L13 4.8",
  change: "M3 13l.6-2.8L10.8 3l2.2 2.2-7.2 7.2z",
  refuse: "M4 4l8 8M12 4l-8 8",
};
const stands: Readonly<Record<Act, readonly Standing[]>> = {
  accept: ["accepted"],
  change: ["changed", "added"],
  refuse: ["refused"],
};
const letters: Readonly<Record<Act, string>> = { accept: "a", change: "c", refuse: "r" };

interface ActsProps {
  /** What it is about, for those who hear the button. */
  readonly about: string;
  readonly standing: Standing;
  readonly acts: readonly Act[];
  readonly onAct: (act: Act) => void;
}

export function Acts({ about, standing, acts, onAct }: ActsProps) {
  const intl = useIntl();
  return (
    <span className="acts not-printed">
      {acts.map((act) => {
        const word = intl.formatMessage({ id: `intake.act.${act}` });
        return (
          <button
            key={act}
            type="button"
            data-act={act}
            aria-pressed={stands[act].includes(standing)}
            aria-label={`${word} · ${about}`}
            title={`${word} (${letters[act]})`}
            onClick={() => onAct(act)}
          >
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
              <path
                d={signs[act]}
                fill="none"
                stroke="currentColor"
                strokeWidth="1.8"
                strokeLinecap="round"
              />
            </svg>
          </button>
        );
      })}
    </span>
  );
}
