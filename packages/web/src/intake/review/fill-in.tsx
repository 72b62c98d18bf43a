// What the text may give of a thing and the reading did not find: filled in by the reviewer, with its words.
import { FormattedMessage } from "react-intl";
import { valueSpecAt } from "../forms/specs.ts";
import { ThingForm } from "../forms/thing-form.tsx";
import { fieldNameOf } from "../model/field-kinds.ts";
import { atPath, isObject } from "../model/value.ts";
import { AddForm, listName } from "./add-menu.tsx";
import { useReviewed } from "./reviewed.ts";
import { isEmpty, structureNames } from "./structure-rows.tsx";
import { useWork } from "./work.ts";

const isStructure = (name: string) => structureNames.some((one) => one === name);

/** References by which it could hang together with other things, and does not yet. */
function openStructure(draft: unknown, path: string, isDecided: (path: string) => boolean): string[] {
  const thing = atPath(draft, path);
  if (!isObject(thing)) return [];
  const open = structureNames.filter((name) => name in thing && isEmpty(thing[name]));
  return open.map((name) => `${path}.${name}`).filter((one) => !isDecided(one));
}

/** Fields of a thing that hold no value; `event` itself where the reading found none. */
function openFields(draft: unknown, path: string, isDecided: (path: string) => boolean): string[] {
  const thing = atPath(draft, path);
  if (!isObject(thing)) return [];
  const own = Object.entries(thing).filter(([, value]) => value === null);
  const open = own.filter(([name]) => !isStructure(name)).map(([name]) => `${path}.${name}`);
  const published =
    path === "event" && atPath(draft, "source.publishedOn") === null ? ["source.publishedOn"] : [];
  return [...open, ...published].filter((one) => !isDecided(one));
}

/** Lists that a thing holds itself: the people whom a target is about. */
function openLists(draft: unknown, path: string): string[] {
  const thing = atPath(draft, path);
  return isObject(thing) && Array.isArray(thing.populations) ? [`${path}.populations`] : [];
}

export function FillIn({ path }: { path: string }) {
  const { draft } = useReviewed();
  const { decisionAt, editing, edit, decide } = useWork();
  const fields = openFields(draft, path, (one) => decisionAt(one) !== undefined);
  const field = editing?.kind === "change" ? fields.find((one) => one === editing.path) : undefined;
  const structure = openStructure(draft, path, (one) => decisionAt(one) !== undefined);
  const lists = openLists(draft, path);
  const isAdding = editing?.kind === "add" && editing.at === path;
  if (fields.length + lists.length + structure.length === 0) return null;
  return (
    <div className="fill-in not-printed">
      <span className="small muted">
        <FormattedMessage id="intake.fillIn" />
      </span>
      {[...fields, ...structure].map((one) => (
        <button
          key={one}
          type="button"
          className="quiet"
          data-fill-in={one}
          onClick={() => edit({ kind: "change", path: one })}
        >
          + <FormattedMessage id={`intake.field.${fieldNameOf(one)}`} />
        </button>
      ))}
      {lists.map((list) => (
        <button
          key={list}
          type="button"
          className="quiet"
          data-fill-in={list}
          onClick={() => edit({ kind: "add", list, at: path })}
        >
          + <FormattedMessage id={`intake.list.${listName(list)}`} />
        </button>
      ))}
      {isAdding && <AddForm list={editing.list} />}
      {field && (
        <ThingForm
          title={<FormattedMessage id={`intake.field.${fieldNameOf(field)}`} />}
          name={fieldNameOf(field)}
          spec={valueSpecAt(field)}
          value={null}
          onKeep={async (value) => {
            await decide({ path: field, decision: "changed", value });
            edit(null);
          }}
          onLeave={() => edit(null)}
        />
      )}
    </div>
  );
}
