import { FormattedMessage } from "react-intl";

const keys = ["j", "k", "o", "a", "c", "r", "g", "n", "u"] as const;

/** Which letter does what, always in view; they can be turned off. */
export function KeyHelp({ isOn, turn }: { isOn: boolean; turn: (on: boolean) => void }) {
  return (
    <footer className="key-help small not-printed">
      {isOn &&
        keys.map((key) => (
          <span key={key}>
            <kbd>{key}</kbd> <FormattedMessage id={`intake.key.${key}`} />
          </span>
        ))}
      <label>
        <input type="checkbox" checked={isOn} onChange={(event) => turn(event.target.checked)} />{" "}
        <FormattedMessage id="intake.keys" />
      </label>
    </footer>
  );
}
