// «Add…»: what the text says and the reading did not see. Choose what it is, then fill it in with its words.
import { FormattedMessage, useIntl } from "react-intl";
import { additionAt } from "../forms/specs.ts";
import { ThingForm } from "../forms/thing-form.tsx";
import type { Group } from "../model/arrange.ts";
import { useWork } from "./work.ts";

/** The lists of a group to which something may be added. */
export function listsOf(group: Group): string[] {
  const whole = group.holders[0]?.path ?? "";
  if (group.id === "event") return ["event.organisers", "event.parts"];
  if (group.id === "shared") return ["shared.targets", "shared.amounts"];
  if (group.id === "frameworks") return ["frameworks", "review/agreements"];
  if (group.id === "organisations")
    return ["review/organisations", "review/relations", "review/servicePoints"];
  if (["otherFigures", "orientations", "attendees", "doubts"].includes(group.id)) {
    return group.id === "attendees" ? ["attendees", "review/attendance", "review/people"] : [group.id];
  }
  if (whole.startsWith("instruments.")) {
    return ["parties", "targets", "amounts", "fields", "clauses"].map((list) => `${whole}.${list}`);
  }
  return [];
}

/** What may be said anywhere in a text. */
export const anywhere = [
  ...["review/says", "review/fields", "review/topics", "review/attendance", "review/links", "review/stated"],
  ...["review/decisions", "review/servicePoints", "review/relations", "review/people"],
  ...["review/organisations", "review/agreements", "event.organisers", "event.parts", "instruments"],
  ...[
    "shared.targets",
    "shared.amounts",
    "frameworks",
    "otherFigures",
    "orientations",
    "attendees",
    "doubts",
  ],
];

export const listName = (list: string) =>
  /^(instruments|event)\.|\.populations$/.test(list)
    ? (list.split(".").at(-1) ?? list)
    : list.replace("review/", "");

export function AddMenu({ group }: { group: Group }) {
  const lists = listsOf(group);
  const { editing } = useWork();
  const isOpen = editing?.kind === "add" && editing.at === group.id;
  if (lists.length === 0) return null;
  return (
    <>
      <AddChoice lists={lists} at={group.id} />
      {isOpen && <AddForm list={editing.list} />}
    </>
  );
}

interface AddChoiceProps {
  readonly lists: readonly string[];
  /** The group at which the form opens. */
  readonly at: string;
}

export function AddChoice({ lists, at }: AddChoiceProps) {
  const intl = useIntl();
  const { edit } = useWork();
  return (
    <label className="add-choice not-printed">
      <span className="unseen">
        <FormattedMessage id="intake.add" />
      </span>
      <select
        className="field small"
        data-add={at}
        value=""
        onChange={(event) => edit({ kind: "add", list: event.target.value, at })}
      >
        <option value="">{intl.formatMessage({ id: "intake.add" })}</option>
        {lists.map((list) => (
          <option key={list} value={list}>
            {intl.formatMessage({ id: `intake.list.${listName(list)}` })}
          </option>
        ))}
      </select>
    </label>
  );
}

export function AddForm({ list }: { list: string }) {
  const { add, edit } = useWork();
  const spec = additionAt(list);
  if (spec === undefined) return null;
  return (
    <ThingForm
      key={list}
      title={<FormattedMessage id={`intake.list.${listName(list)}`} />}
      name={listName(list)}
      spec={spec}
      value={null}
      onKeep={async (value) => {
        await add(list, value);
        edit(null);
      }}
      onLeave={() => edit(null)}
    />
  );
}
