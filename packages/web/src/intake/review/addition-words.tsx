// What a reader added, field by field.
import { FormattedMessage } from "react-intl";
import { Name } from "../../language/figures.tsx";
import { useFormPlace } from "../forms/form-place.tsx";
import { isChoice } from "../forms/read-entry.ts";
import { additionAt, type Spec } from "../forms/specs.ts";
import { isObject, isValue } from "../model/value.ts";
import { Ref } from "./choice-words.tsx";
import { ValueWords } from "./value-words.tsx";

export function AdditionWords({ path, value }: { path: string; value: Readonly<Record<string, unknown>> }) {
  const spec = additionAt(path.replace(/\.\+\w+$/, ""));
  const fields = spec?.kind === "record" ? Object.entries(spec.fields) : [];
  return (
    <span className="addition">
      {fields.map(([name, field]) => {
        const one = value[name];
        if (one === null || one === undefined || (Array.isArray(one) && one.length === 0) || one === false)
          return null;
        return (
          <span key={name} className="addition-field">
            <span className="muted small">
              <FormattedMessage id={`intake.field.${name}`} />
            </span>{" "}
            <FieldWords name={name} spec={field} value={one} />
          </span>
        );
      })}
    </span>
  );
}

function FieldWords({ name, spec, value }: { name: string; spec: Spec; value: unknown }) {
  const { people } = useFormPlace();
  if (isValue(value)) {
    return (
      <>
        <ValueWords
          path={spec.kind === "value" && spec.of !== "said" ? pathOf(name, spec.of) : name}
          value={value.value}
        />{" "}
        <q className="item-words">
          <Name>{value.passage.text}</Name>
        </q>
      </>
    );
  }
  if (Array.isArray(value)) {
    const of = spec.kind === "list" ? spec.of : spec;
    return value.map((one, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a finished list is not reordered
      <span key={index}>
        {index > 0 && ", "}
        <FieldWords name={name} spec={of} value={one} />
      </span>
    ));
  }
  if (spec.kind === "choice") return <ValueWords path={spec.list} value={value} />;
  if (spec.kind === "territory" || spec.kind === "population")
    return <ValueWords path={spec.kind === "population" ? "populations.0" : "territory"} value={value} />;
  if (spec.kind === "yes") return <FormattedMessage id="intake.yes" />;
  if (spec.kind === "agreement" || spec.kind === "about") return <Ref code={String(value)} />;
  if (spec.kind === "person")
    return <Name>{people.find(({ code }) => code === value)?.words ?? String(value)}</Name>;
  if (isObject(value) && "text" in value) return <Name>{String(value.text)}</Name>;
  return (
    <Name>
      {isObject(value)
        ? Object.values(value)
            .filter((one) => one !== null)
            .join(" · ")
        : String(value)}
    </Name>
  );
}

/** A path whose field is of the kind that the addition's own specification gives it. */
const pathOf = (name: string, of: string) => (isChoice(of as Parameters<typeof isChoice>[0]) ? of : name);
