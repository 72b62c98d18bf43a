// The fields of `fields.tsx`, tied to a form: what is written there, and what is wrong with it once the field is left.
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { ChoiceField, TextField } from "./fields.tsx";
import { type Option, said, useWordedOptions } from "./said.tsx";
import type { FormState } from "./use-form.ts";

interface AskedProps<Name extends string> {
  readonly form: FormState<Name>;
  readonly name: Name;
  /** The id of a message, or an element that says it. */
  readonly label: ReactNode;
  /** Why it is asked, in one line. */
  readonly why?: ReactNode;
}

interface AskTextProps<Name extends string> extends AskedProps<Name> {
  readonly type?: "text" | "date" | "email";
  readonly lines?: number;
  readonly digits?: boolean;
  readonly direction?: "ltr" | "auto";
  readonly isNeeded?: boolean;
}

export function AskText<Name extends string>(props: AskTextProps<Name>) {
  const { form, name, isNeeded, label, why, ...rest } = props;
  return (
    <TextField
      {...rest}
      label={said(label)}
      why={said(why)}
      value={form.values[name]}
      onChange={(text) => form.set(name, text)}
      onLeave={() => form.leave(name)}
      fault={form.faultOf(name)}
      isNeeded={isNeeded ?? form.isNeeded(name)}
      most={form.most(name)}
    />
  );
}

interface AskChoiceProps<Name extends string> extends AskedProps<Name> {
  readonly options: readonly Option[];
  readonly isNeeded?: boolean;
  /** The words for no choice, where that means something. */
  readonly none?: string;
}

export function AskChoice<Name extends string>(props: AskChoiceProps<Name>) {
  const { form, name, isNeeded, none, label, why } = props;
  const intl = useIntl();
  const options = useWordedOptions(props.options);
  const needed = isNeeded ?? form.isNeeded(name);
  return (
    <ChoiceField
      label={said(label)}
      why={said(why)}
      options={options}
      value={form.values[name]}
      onChange={(text) => form.set(name, text)}
      onLeave={() => form.leave(name)}
      fault={form.faultOf(name)}
      isNeeded={needed}
      none={none ?? intl.formatMessage({ id: needed ? "form.choose" : "form.notSaid" })}
    />
  );
}
