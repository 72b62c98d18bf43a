// Several entries of a list: each is added by choosing it, and taken away by its button.
import { type ReactNode, useId } from "react";
import { useIntl } from "react-intl";
import { describedBy, FieldFault } from "./fields.tsx";
import { type Option, said, useWordedOptions } from "./said.tsx";
import { codesOf } from "./texts.ts";
import type { FormState } from "./use-form.ts";

interface ChooseManyProps<Name extends string> {
  readonly form: FormState<Name>;
  readonly name: Name;
  readonly label: ReactNode;
  readonly why?: ReactNode;
  readonly options: readonly Option[];
}

export function ChooseMany<Name extends string>(props: ChooseManyProps<Name>) {
  const { form, name, label, why } = props;
  const intl = useIntl();
  const options = useWordedOptions(props.options);
  const id = useId();
  const chosen = codesOf(form.values[name]);
  const fault = form.faultOf(name);
  const write = (codes: readonly string[]) => form.set(name, codes.join(" "));
  const wordsOf = (code: string) => options.find(({ value }) => value === code)?.words ?? code;
  return (
    <div className="question">
      <label htmlFor={id}>{said(label)}</label>
      {why && (
        <p id={`${id}-why`} className="small muted">
          {said(why)}
        </p>
      )}
      <ul className="chips">
        {chosen.map((code) => (
          <li key={code}>
            <bdi>{wordsOf(code)}</bdi>
            <button
              type="button"
              className="quiet"
              aria-label={intl.formatMessage({ id: "form.removeThis" }, { what: wordsOf(code) })}
              onClick={() => write(chosen.filter((one) => one !== code))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <select
        id={id}
        className="field"
        value=""
        aria-describedby={describedBy(id, { why, fault })}
        onChange={(event) => write([...chosen, event.target.value])}
      >
        <option value="">{intl.formatMessage({ id: "form.choose" })}</option>
        {options
          .filter(({ value }) => !chosen.includes(value))
          .map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
      </select>
      <FieldFault id={id} fault={fault} />
    </div>
  );
}
