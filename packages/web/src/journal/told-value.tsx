// A value of the journal as its reader says it: a code by its word, a day written out, an amount, a place by its name. What
// has no word stays as it is kept.
import type { ReactNode } from "react";
import { FormattedMessage, type IntlShape, useIntl } from "react-intl";
import { useVocabulary, type Vocabulary } from "../api/vocabulary.ts";
import { useShownSpace } from "../app/shown-space.tsx";
import { Count, Day, Instant, Name } from "../language/figures.tsx";
import { lastOf } from "./field-name.ts";

/** Where a field's codes have their words: a code of one list is in no other, or means the same there. */
const wordsOf: Readonly<Record<string, readonly string[]>> = {
  state: ["core.agreements.state"],
  role: ["agreement.role", "event.role", "core.kernel.role"],
  kind: [
    ...["organisationForm.kind", "organisationForm.nameKind", "source.kind", "event.kind", "agreement.kind"],
    ...["agreementForm.approval", "agreement.approval", "stated.kind", "report.kind", "commitmentForm.kind"],
    ...["paper.kind", "closure.column"],
  ],
  type: ["agreement.type", "agreementForm.amendment"],
  qualifier: ["commitmentForm.qualifier", "moneyForm.qualifier"],
  outcome: ["verification.outcome"],
  point: ["core.organisations.point"],
  relation: ["event.relation"],
  side: ["signing.side"],
  space: ["shell.space"],
  sex: ["facts.sex", "commitmentForm.sex"],
  milieu: ["commitmentForm.milieu"],
  basis: ["moneyForm.basis"],
  verdict: ["calls.verdict", "report.verdict"],
  as: ["source.how"],
  language: ["organisationForm.language"],
  rule: ["commitmentForm.rule"],
};

interface ToldProps {
  readonly act: string;
  readonly field: string;
  readonly value: string;
}

export function Told({ act, field, value }: ToldProps) {
  const intl = useIntl();
  const words = useVocabulary(useShownSpace());
  const name = lastOf(field);
  const parts = value.split(", ").map((part) => wordOf(intl, words, { act, name, value: part }));
  if (parts.every((part) => part !== null)) return intl.formatList(parts);
  return shaped(name, value);
}

interface Coded {
  readonly act: string;
  readonly name: string;
  readonly value: string;
}

function wordOf(intl: IntlShape, words: Vocabulary, { act, name, value }: Coded): string | null {
  if (value === "true" || value === "false") return intl.formatMessage({ id: `journal.value.${value}` });
  const ids = [`core.${act.split(".")[0]}.${name}`, ...(wordsOf[name] ?? [])];
  const id = ids.map((list) => `${list}.${value}`).find((one) => intl.messages[one] !== undefined);
  if (id !== undefined) return intl.formatMessage({ id });
  if (name === "evidence" && /^[1-4]$/u.test(value))
    return intl.formatMessage({ id: `figure.level.E${value}` });
  if (name === "country" && /^[A-Z]{2}$/u.test(value)) return countryOf(intl, value);
  return inCatalogue(words, name, value);
}

const countryOf = (intl: IntlShape, code: string) =>
  intl.formatDisplayName(code, { type: "region", fallback: "none" }) ?? null;

/** The catalogue knows indicators, populations, units and places; a code that it does not know is not a word of it. */
function inCatalogue(words: Vocabulary, name: string, value: string): string | null {
  const asked = {
    indicator: words.indicator,
    population: words.population,
    populations: words.population,
    unit: words.unit,
    ...{ place: words.place, territory: words.place },
  }[name];
  if (asked === undefined || !/^[\w:.-]+$/u.test(value)) return null;
  const found = asked(value);
  return found === value ? null : found;
}

const day = /^\d{4}-\d{2}-\d{2}$/u;
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const amount = /^-?\d+\.\d{2,3}$/u;
const numbers = /^\d{4,}$/u;

function shaped(name: string, value: string): ReactNode {
  if (day.test(value)) return <Day value={value} />;
  if (instant.test(value)) return <Instant value={value} />;
  if (amount.test(value)) return <Amount value={value} />;
  if (numbers.test(value) && !/year|number|code|reference/u.test(name))
    return <Count value={Number(value)} />;
  if (uuid.test(value)) return <Short value={value} shown={`…${value.slice(-8)}`} />;
  if (/^[0-9a-f]{64}$/u.test(value)) return <Short value={value} shown={`${value.slice(0, 12)}…`} />;
  return <Name>{value}</Name>;
}

/** Digits that name a thing and are read to nobody: enough of them to tell two apart. */
function Short({ value, shown }: { value: string; shown: string }) {
  return (
    <bdi className="nowrap" dir="ltr" title={value}>
      {shown}
    </bdi>
  );
}

function Amount({ value }: { value: string }) {
  const intl = useIntl();
  const number = value as Intl.StringNumericLiteral as unknown as number;
  return <bdi className="nowrap">{intl.formatNumber(number, { minimumFractionDigits: 2 })}</bdi>;
}

/** The field in the reader's words where there are some, else as it is kept. */
export function FieldWord({ field }: { field: string }) {
  const intl = useIntl();
  const id = `core.audit.field.${lastOf(field)}`;
  if (intl.messages[id] === undefined) return <bdi lang="en">{lastOf(field).replaceAll("_", " ")}</bdi>;
  return (
    <span title={field}>
      <FormattedMessage id={id} />
    </span>
  );
}
