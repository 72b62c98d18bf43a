// A value as the reader's language says it: a number in full, a day as partial as it is, the label of a code.
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useVocabulary } from "../../api/vocabulary.ts";
import { Count, Money, Name, NoNumber, type PartialDay, usePartialDay } from "../../language/figures.tsx";
import { useFormPlace } from "../forms/form-place.tsx";
import { isChoice } from "../forms/read-entry.ts";
import { wordOf } from "../model/choices.ts";
import { type FieldKind, fieldKindOf } from "../model/field-kinds.ts";
import { isObject } from "../model/value.ts";

interface ValueWordsProps {
  readonly path: string;
  readonly value: unknown;
  /** Of an amount, where it is known. */
  readonly currency?: string | undefined;
}

export function ValueWords({ path, value, currency }: ValueWordsProps): ReactNode {
  const { space } = useFormPlace();
  const intl = useIntl();
  const words = useVocabulary(space);
  const day = usePartialDay();
  const kind = kindFor(path, value);
  if (value === null || value === undefined) return isNumeric(kind) ? <NoNumber /> : <Open />;
  if (kind === "money" && currency) return <Money amount={String(value)} currency={currency} />;
  if (isNumeric(kind)) return <Count value={Number(value)} />;
  if (kind === "date") return <bdi>{day(value as PartialDay) ?? ""}</bdi>;
  if (kind === "period") return <PeriodWords value={value} />;
  if (kind === "months") {
    const months = isObject(value) ? Number(value.months) : 0;
    return <FormattedMessage id="intake.months" values={{ months }} />;
  }
  if (kind === "territory") return <Name>{words.place(codeOf(value))}</Name>;
  if (kind === "indicator" || kind === "unit" || kind === "population")
    return <>{words[kind](String(value))}</>;
  if (kind === "yes") return <FormattedMessage id={value === true ? "intake.yes" : "intake.no"} />;
  if (isChoice(kind))
    return <>{intl.formatMessage({ id: wordOf(kind, String(value)), defaultMessage: String(value) })}</>;
  return <Name>{String(value)}</Name>;
}

const isNumeric = (kind: FieldKind) => kind === "number" || kind === "money";

const codeOf = (value: unknown) => (isObject(value) ? String(value.code) : String(value));

/** A further saying holds a value of any kind. */
function kindFor(path: string, value: unknown): FieldKind {
  const kind = fieldKindOf(path);
  if (kind !== "words") return kind;
  if (typeof value === "number") return "number";
  if (isObject(value)) return "code" in value ? "territory" : "date";
  return "words";
}

function Open() {
  return (
    <span className="muted">
      <FormattedMessage id="intake.open" />
    </span>
  );
}

function PeriodWords({ value }: { value: unknown }) {
  const day = usePartialDay();
  const end = (name: "from" | "to") => (isObject(value) ? (day(value[name] as PartialDay) ?? "?") : "?");
  return (
    <bdi>
      {end("from")} – {end("to")}
    </bdi>
  );
}
