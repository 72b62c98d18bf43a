import { FormattedMessage } from "react-intl";
import { AskChoice, AskText } from "../form/asked.tsx";
import type { FormState } from "../form/use-form.ts";
import { type PlaceKind, typesOf } from "./kinds.ts";
import { usePlaceKind } from "./place-kind.ts";

export type PlaceField = "code" | "kind" | "type" | "fr" | "ar" | "en" | "zgh";

interface PlaceQuestionsProps {
  readonly form: FormState<PlaceField>;
  readonly kinds: readonly PlaceKind[];
}

export function PlaceQuestions({ form, kinds }: PlaceQuestionsProps) {
  const say = usePlaceKind();
  const types = typesOf(kinds.find((one) => one === form.values.kind) ?? "abroad");
  return (
    <>
      {kinds.length > 1 && (
        <AskChoice
          form={form}
          name="kind"
          isNeeded
          label="territory.form.kind"
          options={kinds.map((kind) => ({ value: kind, words: say({ kind, type: null }) }))}
        />
      )}
      {types.length > 0 && (
        <AskChoice
          form={form}
          name="type"
          label="territory.form.type"
          options={types.map((type) => ({ value: type, words: say({ kind: "", type }) }))}
        />
      )}
      <AskText
        form={form}
        name="code"
        isNeeded
        direction="ltr"
        label="territory.form.code"
        why="territory.form.code.why"
      />
      {(["fr", "ar", "en", "zgh"] as const).map((language) => (
        <AskText
          key={language}
          form={form}
          name={language}
          isNeeded={language === "fr" || language === "ar"}
          label={<FormattedMessage id={`territory.form.${language}`} />}
        />
      ))}
    </>
  );
}
