// One thing said in the three languages in which the register is kept.
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { TextField } from "../form/fields.tsx";

export interface InThree {
  readonly fr: string;
  readonly ar: string;
  readonly en: string;
}

const languages = ["fr", "ar", "en"] as const;

interface ThreeLanguagesProps {
  readonly label: ReactNode;
  readonly value: InThree;
  readonly onChange: (value: InThree) => void;
  readonly lines?: number;
}

export function ThreeLanguages({ label, value, onChange, lines }: ThreeLanguagesProps) {
  return (
    <fieldset className="three-languages">
      <legend>{label}</legend>
      {languages.map((language) => (
        <TextField
          key={language}
          label={<FormattedMessage id={`people.language.${language}`} />}
          lines={lines}
          most={600}
          isNeeded
          value={value[language]}
          onChange={(text) => onChange({ ...value, [language]: text })}
        />
      ))}
    </fieldset>
  );
}
