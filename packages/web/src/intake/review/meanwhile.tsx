// Two people on one text: what the other one decided meanwhile, beside what was decided here.
import { FormattedMessage, useIntl } from "react-intl";
import { differences } from "../model/decide.ts";
import type { Decision } from "../model/intake.ts";
import { isObject, isValue } from "../model/value.ts";
import { useItemName } from "./item-row.tsx";
import type { ReviewWork } from "./use-work.ts";
import { ValueWords } from "./value-words.tsx";

export function Meanwhile({ work }: { work: ReviewWork }) {
  const intl = useIntl();
  const nameOf = useItemName();
  const { snapshot, items, review } = work;
  const { meanwhile, intake, decisions } = snapshot;
  if (meanwhile === null) return null;
  const different = differences(intake.decisions.decisions, decisions, meanwhile.decisions.decisions);
  const name = (key: string) => {
    const item = [...items, ...meanwhile.items].find(({ path }) => path === key);
    return item ? nameOf(item) : key;
  };
  return (
    <section className="meanwhile" role="alert">
      <p>
        <strong>
          <FormattedMessage
            id="intake.meanwhile"
            values={{
              by: <bdi>{meanwhile.changedBy}</bdi>,
              at: intl.formatDate(meanwhile.changedAt, { dateStyle: "medium", timeStyle: "short" }),
            }}
          />
        </strong>
      </p>
      <ul className="small">
        {different.map(({ key, mine, theirs }) => (
          <li key={key}>
            {name(key)} · <FormattedMessage id="intake.mine" /> <DecisionWords path={key} decision={mine} /> ·{" "}
            <FormattedMessage id="intake.theirs" /> <DecisionWords path={key} decision={theirs} />
          </li>
        ))}
      </ul>
      <p className="form-acts">
        <button
          type="button"
          className="button"
          onClick={() => void review.settle("mine").catch(() => undefined)}
        >
          <FormattedMessage id="intake.layOver" />
        </button>
        <button type="button" className="button" onClick={() => void review.settle("theirs")}>
          <FormattedMessage id="intake.takeTheirs" />
        </button>
      </p>
    </section>
  );
}

function DecisionWords({ path, decision }: { path: string; decision: Decision | undefined }) {
  const value = decision && "value" in decision ? decision.value : undefined;
  return (
    <strong>
      <FormattedMessage id={`intake.standing.${decision?.decision ?? "open"}`} />
      {decision?.decision === "changed" && isObject(value) && isValue(value) && (
        <>
          {" "}
          <ValueWords path={path} value={value.value} />
        </>
      )}
    </strong>
  );
}
