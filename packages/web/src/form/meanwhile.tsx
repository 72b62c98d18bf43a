// "Changed by someone else meanwhile": both versions of a field side by side, and a choice for each.
import { type ReactNode, useState } from "react";
import { FormattedMessage } from "react-intl";
import { Name } from "../language/figures.tsx";
import type { Difference, Texts } from "./texts.ts";
import type { FormState } from "./use-form.ts";

interface MeanwhileChoiceProps<FieldName extends string> {
  readonly form: FormState<FieldName>;
  readonly nameOf: (name: FieldName) => ReactNode;
  readonly wordsOf: ((name: FieldName, text: string) => ReactNode) | undefined;
}

export function MeanwhileChoice<FieldName extends string>({
  form,
  nameOf,
  wordsOf,
}: MeanwhileChoiceProps<FieldName>) {
  const [theirs, setTheirs] = useState<ReadonlySet<FieldName>>(new Set());
  const { meanwhile, settle } = form;
  if (meanwhile === null) return null;
  const words = (name: FieldName, text: string) => wordsOf?.(name, text) ?? text;
  const choose = (name: FieldName, isTheirs: boolean) =>
    setTheirs((before) => new Set(isTheirs ? [...before, name] : [...before].filter((one) => one !== name)));
  const goOn = () => {
    const chosen = meanwhile.toChoose
      .filter(({ name }) => theirs.has(name))
      .map((one) => [one.name, one.theirs]);
    settle(Object.fromEntries(chosen) as Partial<Texts<FieldName>>);
  };
  return (
    <section className="meanwhile-choice" role="alert">
      <p>
        <strong>
          <FormattedMessage id="form.meanwhile" />
        </strong>
      </p>
      {meanwhile.taken.map((one) => (
        <p key={one.name} className="small">
          <FormattedMessage
            id="form.taken"
            values={{ field: nameOf(one.name), value: <Words>{words(one.name, one.theirs)}</Words> }}
          />
        </p>
      ))}
      {meanwhile.toChoose.map((one) => (
        <Choice
          key={one.name}
          of={one}
          title={nameOf(one.name)}
          words={words}
          isTheirs={theirs.has(one.name)}
          onChoose={choose}
        />
      ))}
      <button type="button" className="button" onClick={goOn}>
        <FormattedMessage id="form.goOn" />
      </button>
    </section>
  );
}

interface ChoiceProps<FieldName extends string> {
  readonly of: Difference<FieldName>;
  readonly title: ReactNode;
  readonly words: (name: FieldName, text: string) => ReactNode;
  readonly isTheirs: boolean;
  readonly onChoose: (name: FieldName, isTheirs: boolean) => void;
}

function Choice<FieldName extends string>({ of, title, words, isTheirs, onChoose }: ChoiceProps<FieldName>) {
  const sides = [
    ["form.mine", of.mine, false],
    ["form.theirs", of.theirs, true],
  ] as const;
  return (
    <fieldset className="two-versions">
      <legend>{title}</legend>
      {sides.map(([id, text, side]) => (
        <label key={id} data-chosen={isTheirs === side || undefined}>
          <span className="small muted">
            <input
              type="radio"
              name={`meanwhile ${of.name}`}
              checked={isTheirs === side}
              onChange={() => onChoose(of.name, side)}
            />{" "}
            <FormattedMessage id={id} />
          </span>
          <Words>{words(of.name, text)}</Words>
        </label>
      ))}
    </fieldset>
  );
}

function Words({ children }: { children: ReactNode }) {
  if (children === "")
    return (
      <span className="muted">
        <FormattedMessage id="form.nothing" />
      </span>
    );
  return <Name>{children}</Name>;
}
