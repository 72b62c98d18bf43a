// One proposal: its words, its value, how the one follows from the other, and three acts.
import { FormattedMessage, useIntl } from "react-intl";
import { Name } from "../../language/figures.tsx";
import { useLocale } from "../../language/language-provider.tsx";
import { useFormPlace } from "../forms/form-place.tsx";
import { additionAt, choiceSpecs, valueSpecAt } from "../forms/specs.ts";
import { ThingForm } from "../forms/thing-form.tsx";
import { fieldNameOf } from "../model/field-kinds.ts";
import type { Item } from "../model/intake.ts";
import { isObject, isValue } from "../model/value.ts";
import { type Act, Acts } from "./acts.tsx";
import { AdditionWords } from "./addition-words.tsx";
import { ChoiceWords } from "./choice-words.tsx";
import { DoubtRow } from "./doubt-row.tsx";
import { ValueWords } from "./value-words.tsx";
import { useWork } from "./work.ts";

export function ItemRow({ item }: { item: Item }) {
  const { editing } = useWork();
  if (item.kind === "doubt") return <DoubtRow item={item} />;
  const isChanged = editing?.kind === "change" && editing.path === item.path;
  return (
    <li className="item-place">
      <Row item={item} />
      {isChanged && <ChangeForm item={item} />}
    </li>
  );
}

/** The acts that a proposal allows: what needs a place in the register is changed, not refused. */
export function actsOf(item: Item): Act[] {
  if (item.what === "addition") return ["change", "refuse"];
  const mayRefuse = item.what !== "choice" || ["person", "say", "doubt"].includes(item.kind ?? "");
  return mayRefuse ? ["accept", "change", "refuse"] : ["accept", "change"];
}

export function useItemName(): (item: Item) => string {
  const intl = useIntl();
  return (item) => {
    if (item.kind) return intl.formatMessage({ id: `intake.choice.${item.kind}` });
    if (item.path.startsWith("review/")) {
      return intl.formatMessage({ id: `intake.list.${item.path.split(/[/.]/)[1]}` });
    }
    return intl.formatMessage({ id: `intake.field.${fieldNameOf(item.path)}` });
  };
}

function Row({ item }: { item: Item }) {
  const { selected, select, standing, act, isOver } = useWork();
  const name = useItemName()(item);
  const stands = standing(item);
  const isSelected = selected === item.path;
  return (
    <div
      className="item"
      data-path={item.path}
      data-standing={stands}
      data-inferred={item.inferred || undefined}
      aria-current={isSelected || undefined}
    >
      <button
        type="button"
        className="item-name"
        tabIndex={isSelected ? 0 : -1}
        onClick={() => select(item.path)}
      >
        {name}
        <span className="unseen">
          {" "}
          <FormattedMessage id={`intake.standing.${stands}`} />
        </span>
      </button>
      <span className="item-said">
        <span className="item-value" data-choice={item.kind ?? undefined}>
          <ItemValue item={item} />
        </span>{" "}
        <Words item={item} />
      </span>
      <How item={item} />
      {!isOver && <Acts about={name} standing={stands} acts={actsOf(item)} onAct={(one) => act(item, one)} />}
      <Why item={item} />
    </div>
  );
}

/** What stands now: the change where there is one, else what was proposed. */
export function useShownValue(item: Item): unknown {
  const { decisionAt } = useWork();
  const own = decisionAt(item.path);
  return own?.decision === "changed" ? own.value : item.value;
}

function ItemValue({ item }: { item: Item }) {
  const shown = useShownValue(item);
  const currency = useCurrencyBeside(item);
  if (item.kind) return <ChoiceWords kind={item.kind} value={shown} />;
  if (isValue(shown)) return <ValueWords path={item.path} value={shown.value} currency={currency} />;
  if (isObject(shown)) return <AdditionWords path={item.path} value={shown} />;
  return <ValueWords path={item.path} value={shown} />;
}

/** The currency of the amount that an item gives. */
function useCurrencyBeside(item: Item): string | undefined {
  const { items, decisionAt } = useWork();
  if (!/amounts\.[^.]+\.value$/.test(item.path)) return undefined;
  const path = item.path.replace(/value$/, "currency");
  const own = decisionAt(path);
  const beside = own?.decision === "changed" ? own.value : items.find((one) => one.path === path)?.value;
  return isValue(beside) && typeof beside.value === "string" ? beside.value : undefined;
}

function Words({ item }: { item: Item }) {
  const { language } = useFormPlace();
  const shown = useShownValue(item);
  const words = isValue(shown) ? shown.passage.text : item.passages[0]?.text;
  const isTheValue = isValue(shown) ? shown.value === words : shown === words;
  if (!words || item.kind === "organisation") return null;
  return (
    <q className="item-words" lang={language} data-same={isTheValue || undefined}>
      <Name>{words.length > 140 ? `${words.slice(0, 140)}…` : words}</Name>
    </q>
  );
}

/** Written so, by a rule, or inferred; a choice: found in the register, by a rule, or a guess. */
function How({ item }: { item: Item }) {
  const shown = useShownValue(item);
  const how = isValue(shown) ? shown.as : (item.as ?? item.basis);
  if (how === null) return <span className="item-how" />;
  return (
    <span className="item-how" data-how={how}>
      <FormattedMessage id={`intake.how.${how}`} />
    </span>
  );
}

function Why({ item }: { item: Item }) {
  const locale = useLocale();
  const shown = useShownValue(item);
  const own = isValue(shown) && shown.why !== null && item.why.length === 0 ? [shown.why] : [];
  const sentences = [...item.why.map((told) => told[locale]), ...own];
  if (sentences.length === 0) return null;
  return (
    <p className="item-why small" data-inferred={item.inferred || undefined}>
      <Name>{sentences.join(" ")}</Name>
    </p>
  );
}

function ChangeForm({ item }: { item: Item }) {
  const { decide, edit, decisionAt } = useWork();
  const name = useItemName()(item);
  const shown = useShownValue(item);
  const added = decisionAt(item.path);
  const ofList = added?.decision === "added" ? additionAt(added.path) : undefined;
  const spec = ofList ?? (item.kind ? choiceSpecs[item.kind] : valueSpecAt(item.path));
  return (
    <ThingForm
      title={<FormattedMessage id="intake.form.change" values={{ what: name }} />}
      name={item.kind ?? fieldNameOf(item.path)}
      spec={spec}
      value={shown ?? null}
      onKeep={async (value) => {
        if (added?.decision === "added") await decide({ ...added, value });
        else await decide({ path: item.path, decision: "changed", value });
        edit(null);
      }}
      onLeave={() => edit(null)}
    />
  );
}
