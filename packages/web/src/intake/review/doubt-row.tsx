// Two readings that a careful person would both accept: one is held for right, or both are kept and none is adopted.
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { Name } from "../../language/figures.tsx";
import { useFormPlace } from "../forms/form-place.tsx";
import { additions, choiceSpecs } from "../forms/specs.ts";
import { ThingForm } from "../forms/thing-form.tsx";
import type { Item } from "../model/intake.ts";
import { isObject } from "../model/value.ts";
import { Acts } from "./acts.tsx";
import { StandsAt } from "./choice-words.tsx";
import { type Doubt, useDoubt } from "./use-doubt.ts";
import { useWork } from "./work.ts";

export function DoubtRow({ item }: { item: Item }) {
  const { selected, select, standing } = useWork();
  const doubt = useDoubt(item.about ?? "");
  return (
    <li className="item-place">
      <fieldset
        className="doubt"
        data-path={item.path}
        data-standing={standing(item)}
        aria-current={selected === item.path || undefined}
      >
        <legend>
          <button type="button" className="item-name" onClick={() => select(item.path)}>
            <Name>{doubt.about}</Name>
          </button>
        </legend>
        <Readings item={item} doubt={doubt} />
        <DoubtWords doubt={doubt} />
        <DoubtActs item={item} about={doubt.about} />
      </fieldset>
      <DoubtForms item={item} doubt={doubt} />
    </li>
  );
}

/** Where the doubt stands and what is held for right, as it is decided or suggested. */
function useChosen(item: Item): Readonly<Record<string, unknown>> {
  const { decisionAt } = useWork();
  const own = decisionAt(item.path);
  const value = own && "value" in own && isObject(own.value) ? own.value : item.value;
  return isObject(value) ? value : {};
}

function Readings({ item, doubt }: { item: Item; doubt: Doubt }) {
  const { standing, decide, isOver } = useWork();
  const chosen = useChosen(item);
  const isDecided = ["accepted", "changed"].includes(standing(item));
  const choose = (reading: number | null) =>
    void decide({ path: item.path, decision: "changed", value: { ...chosen, reading } }).catch(
      () => undefined,
    );
  const radio = (reading: number | null) => ({
    name: item.path,
    value: reading ?? "none",
    checked: isDecided && chosen.reading === reading,
    disabled: isOver,
    onChange: () => choose(reading),
  });
  return (
    <>
      {doubt.readings.map((words, index) => (
        <Reading key={words} radio={radio(index)}>
          <Name>{words}</Name>
        </Reading>
      ))}
      <Reading radio={radio(null)}>
        <FormattedMessage id="intake.doubt.none" />
      </Reading>
    </>
  );
}

interface ReadingProps {
  readonly radio: {
    readonly name: string;
    readonly value: number | string;
    readonly checked: boolean;
    readonly disabled: boolean;
    readonly onChange: () => void;
  };
  readonly children: ReactNode;
}

function Reading({ radio, children }: ReadingProps) {
  return (
    <label className="doubt-reading">
      <input type="radio" {...radio} />
      <span>{children}</span>
    </label>
  );
}

function DoubtWords({ doubt }: { doubt: Doubt }) {
  const { language } = useFormPlace();
  return (
    <p className="doubt-words small">
      {doubt.passages.map(({ start, text }) => (
        <q key={`${start} ${text}`} className="item-words" lang={language}>
          <Name>{text}</Name>
        </q>
      ))}
    </p>
  );
}

function DoubtActs({ item, about }: { item: Item; about: string }) {
  const { standing, act, edit, isOver } = useWork();
  const chosen = useChosen(item);
  return (
    <p className="small muted doubt-object">
      <StandsAt value={chosen} />
      {!isOver && (
        <>
          <Acts
            about={about}
            standing={standing(item)}
            acts={["change", "refuse"]}
            onAct={(one) => act(item, one)}
          />
          <button
            type="button"
            className="quiet not-printed"
            data-reword={item.about}
            onClick={() => edit({ kind: "change", path: item.about ?? "" })}
          >
            <FormattedMessage id="intake.doubt.change" />
          </button>
        </>
      )}
    </p>
  );
}

/** The form that is open: where the doubt stands, or what its readings are. */
function DoubtForms({ item, doubt }: { item: Item; doubt: Doubt }) {
  const { editing, edit, decide, decisionAt } = useWork();
  const chosen = useChosen(item);
  const path = editing?.kind === "change" ? editing.path : null;
  const own = item.about ?? "";
  if (path === null || (path !== item.path && path !== own)) return null;
  const isReworded = path === own;
  const keep = async (value: unknown) => {
    const before = decisionAt(path);
    if (before?.decision === "added") await decide({ ...before, value });
    else await decide({ path, decision: "changed", value });
    edit(null);
  };
  const spec = isReworded ? additions.doubts : choiceSpecs.doubt;
  if (spec === undefined) return null;
  return (
    <ThingForm
      key={path}
      title={<FormattedMessage id="intake.form.change" values={{ what: <bdi>{doubt.about}</bdi> }} />}
      name="doubt"
      spec={spec}
      value={isReworded ? doubt : chosen}
      onKeep={keep}
      onLeave={() => edit(null)}
    />
  );
}
