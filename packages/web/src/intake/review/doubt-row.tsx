// Two readings that a careful person would both accept: one is held for right, or both are kept and none is adopted.
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { Name } from "../../language/figures.tsx";
import { useFormPlace } from "../forms/form-place.tsx";
import { choiceSpecs } from "../forms/specs.ts";
import { ThingForm } from "../forms/thing-form.tsx";
import type { Item } from "../model/intake.ts";
import { isObject } from "../model/value.ts";
import { Acts } from "./acts.tsx";
import { StandsAt } from "./choice-words.tsx";
import { useDoubt } from "./use-doubt.ts";
import { useWork } from "./work.ts";

export function DoubtRow({ item }: { item: Item }) {
  const { selected, select, standing, decisionAt, decide, act, isOver, editing, edit } = useWork();
  const { language } = useFormPlace();
  const doubt = useDoubt(item.about ?? "");
  const stands = standing(item);
  const decision = decisionAt(item.path);
  const value = decision && "value" in decision && isObject(decision.value) ? decision.value : item.value;
  const reading = isObject(value) ? value.reading : null;
  const isDecided = stands === "accepted" || stands === "changed";
  const choose = (next: number | null) => {
    const shown = isObject(value) ? value : {};
    void decide({ path: item.path, decision: "changed", value: { ...shown, reading: next } }).catch(
      () => undefined,
    );
  };
  const about = doubt.about;
  return (
    <li className="item-place">
      <fieldset
        className="doubt"
        data-path={item.path}
        data-standing={stands}
        aria-current={selected === item.path || undefined}
      >
        <legend>
          <button type="button" className="item-name" onClick={() => select(item.path)}>
            <Name>{about}</Name>
          </button>
        </legend>
        {doubt.readings.map((words, index) => (
          <Reading
            key={words}
            name={item.path}
            checked={isDecided && reading === index}
            disabled={isOver}
            code={String(index)}
            onChoose={() => choose(index)}
          >
            <Name>{words}</Name>
          </Reading>
        ))}
        <Reading
          name={item.path}
          checked={isDecided && reading === null}
          disabled={isOver}
          code="none"
          onChoose={() => choose(null)}
        >
          <FormattedMessage id="intake.doubt.none" />
        </Reading>
        <p className="doubt-words small">
          {doubt.passages.map(({ start, text }) => (
            <q key={`${start} ${text}`} className="item-words" lang={language}>
              <Name>{text}</Name>
            </q>
          ))}
        </p>
        <p className="small muted doubt-object">
          {isObject(value) && <StandsAt value={value} />}
          {!isOver && (
            <Acts
              about={about}
              standing={stands}
              acts={["change", "refuse"]}
              onAct={(one) => act(item, one)}
            />
          )}
        </p>
      </fieldset>
      {editing?.kind === "change" && editing.path === item.path && (
        <ThingForm
          title={<FormattedMessage id="intake.form.change" values={{ what: about }} />}
          name="doubt"
          spec={choiceSpecs.doubt}
          value={value}
          onKeep={async (next) => {
            await decide({ path: item.path, decision: "changed", value: next });
            edit(null);
          }}
          onLeave={() => edit(null)}
        />
      )}
    </li>
  );
}

interface ReadingProps {
  readonly name: string;
  readonly code: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Reading({ name, code, checked, disabled, onChoose, children }: ReadingProps) {
  return (
    <label className="doubt-reading">
      <input
        type="radio"
        name={name}
        value={code}
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
      />
      <span>{children}</span>
    </label>
  );
}
