// What a committee is called, who presides and how often it meets: asked when it is set up and when it is revised.
import { FormattedMessage, useIntl } from "react-intl";
import { ChoiceField, TextField } from "../form/fields.tsx";

export const presidents = [
  "wali",
  "governor",
  "minister",
  "president",
  "director",
  "head_of_government",
  "other",
] as const;

type Head = Readonly<Record<"name" | "nameAr" | "presidedBy" | "months", string>>;

interface HeadFieldsProps {
  readonly typed: Head;
  readonly set: (change: Partial<Head>) => void;
}

export function HeadFields({ typed, set }: HeadFieldsProps) {
  const intl = useIntl();
  return (
    <>
      <TextField
        label={<FormattedMessage id="committee.name" />}
        isNeeded
        least={3}
        most={200}
        value={typed.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={<FormattedMessage id="committee.nameAr" />}
        least={3}
        most={200}
        value={typed.nameAr}
        onChange={(nameAr) => set({ nameAr })}
      />
      <ChoiceField
        label={<FormattedMessage id="committee.presided" />}
        value={typed.presidedBy}
        onChange={(presidedBy) => set({ presidedBy })}
        options={presidents.map((value) => ({
          value,
          words: intl.formatMessage({ id: `committee.presided.${value}` }),
        }))}
      />
      <TextField
        label={<FormattedMessage id="committee.months" />}
        why={<FormattedMessage id="committee.monthsWhy" />}
        type="number"
        least={1}
        value={typed.months}
        onChange={(months) => set({ months })}
      />
    </>
  );
}
