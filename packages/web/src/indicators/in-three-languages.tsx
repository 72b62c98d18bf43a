// One thing said in the three languages, as three questions under one heading.
import { FormattedMessage } from "react-intl";
import { AskText } from "../form/asked.tsx";
import type { FormState } from "../form/use-form.ts";
import { spoken } from "./meaning.ts";

interface InThreeLanguagesProps<Of extends string, Name extends string> {
  readonly form: FormState<Name | `${Of}_${(typeof spoken)[number]}`>;
  readonly of: Of;
  readonly lines?: number;
  readonly isNeeded?: boolean;
}

export function InThreeLanguages<Of extends string, Name extends string>(
  props: InThreeLanguagesProps<Of, Name>,
) {
  const { form, of, lines, isNeeded = false } = props;
  return (
    <fieldset className="three-languages">
      <legend>
        <FormattedMessage id={`indicatorForm.${of}`} />
      </legend>
      {spoken.map((language) => (
        <AskText
          key={language}
          form={form}
          name={`${of}_${language}`}
          lines={lines}
          isNeeded={isNeeded}
          label={<FormattedMessage id={`indicatorForm.in.${language}`} />}
        />
      ))}
    </fieldset>
  );
}
