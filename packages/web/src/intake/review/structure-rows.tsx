// How the things of a draft hang together: what a figure covers, under what an agreement stands, to what it leads.
import { FormattedMessage } from "react-intl";
import { structureAt } from "../forms/specs.ts";
import { ThingForm } from "../forms/thing-form.tsx";
import { atPath, isObject } from "../model/value.ts";
import { Acts } from "./acts.tsx";
import { Ref } from "./choice-words.tsx";
import { useReviewed } from "./reviewed.ts";
import { useWork } from "./work.ts";

export const structureNames = ["parent", "leadsTo", "refersTo", "covers", "of"] as const;

export function StructureRows({ path }: { path: string }) {
  const { draft } = useReviewed();
  const { decisionAt, editing } = useWork();
  const thing = atPath(draft, path);
  if (!isObject(thing)) return null;
  const isShown = (name: string) =>
    decisionAt(`${path}.${name}`) !== undefined ||
    (editing?.kind === "change" && editing.path === `${path}.${name}`) ||
    !isEmpty(thing[name]);
  const fields = structureNames.filter((name) => name in thing && isShown(name));
  if (fields.length === 0) return null;
  return (
    <dl className="structure small">
      {fields.map((name) => (
        <StructureRow key={name} path={`${path}.${name}`} name={name} value={thing[name]} />
      ))}
    </dl>
  );
}

/** Nothing hangs on it. */
export const isEmpty = (refs: unknown) => refs === null || (Array.isArray(refs) && refs.length === 0);

interface StructureRowProps {
  readonly path: string;
  readonly name: (typeof structureNames)[number];
  readonly value: unknown;
}

function StructureRow({ path, name, value }: StructureRowProps) {
  const { decisionAt, editing, edit, decide, isOver } = useWork();
  const own = decisionAt(path);
  const shown = own?.decision === "changed" ? own.value : value;
  const refs = Array.isArray(shown) ? shown.map(String) : shown === null ? [] : [String(shown)];
  const spec = structureAt(path);
  const isEdited = editing?.kind === "change" && editing.path === path;
  return (
    <div className="pair" data-path={path} data-standing={own ? "changed" : undefined}>
      <dt>
        <FormattedMessage id={`intake.field.${name}`} />
      </dt>
      <dd>
        {refs.length === 0 && <FormattedMessage id="intake.nothingHere" />}
        {refs.map((ref, index) => (
          <span key={ref}>
            {index > 0 && ", "}
            <Ref code={ref} />
          </span>
        ))}
        {!isOver && (
          <Acts
            about={name}
            standing={own ? "changed" : "open"}
            acts={["change"]}
            onAct={() => edit({ kind: "change", path })}
          />
        )}
        {isEdited && spec && (
          <ThingForm
            title={<FormattedMessage id={`intake.field.${name}`} />}
            name={name}
            spec={spec}
            value={shown}
            onKeep={async (next) => {
              await decide({ path, decision: "changed", value: next });
              edit(null);
            }}
            onLeave={() => edit(null)}
          />
        )}
      </dd>
    </div>
  );
}
