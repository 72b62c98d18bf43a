// A group of the draft: what it is, how much of it is decided, its things, and what may be added to it.
import { useId } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormPlace } from "../forms/form-place.tsx";
import type { Group } from "../model/arrange.ts";
import { AddMenu } from "./add-menu.tsx";
import { HolderView, isThing, RefuseWhole } from "./holder-view.tsx";
import { useWork } from "./work.ts";

export function GroupView({ group }: { group: Group }) {
  const id = useId();
  const name = useGroupName()(group.id);
  const { standing, decide, isOver } = useWork();
  const items = group.holders.flatMap((holder) => holder.items);
  const own = group.holders.find(({ path }) => path === "event" || /^instruments\.[^.]+$/.test(path));
  const decided = items.filter((item) => standing(item) !== "open").length;
  const given = items.filter((item) => item.what === "value" && !item.inferred && standing(item) === "open");
  const acceptGiven = () =>
    void decide(...given.map(({ path }) => ({ path, decision: "accepted" as const }))).catch(() => undefined);
  return (
    <section className="group" data-group={group.id} aria-labelledby={id}>
      <header className="group-header">
        <h2 id={id}>{name}</h2>
        <span className="small muted nowrap">
          <FormattedMessage id="intake.decidedOf" values={{ decided, wanted: items.length }} />
        </span>
        {!isOver && given.length > 0 && (
          <button type="button" className="quiet not-printed" data-accept-given onClick={acceptGiven}>
            <FormattedMessage id="intake.acceptGiven" values={{ count: given.length }} />
          </button>
        )}
        {own && isThing(own) && <RefuseWhole holder={own} about={name} />}
      </header>
      {group.holders.map((holder) => (
        <HolderView key={holder.path} holder={holder} isGroup={holder === own} />
      ))}
      {!isOver && <AddMenu group={group} />}
    </section>
  );
}

const named = [
  ...["same_event", "event", "shared", "otherFigures", "orientations", "attendees", "frameworks"],
  ...["organisations", "document", "doubts", "review"],
];

/** An agreement's group goes by its title. */
export function useGroupName(): (id: string) => string {
  const intl = useIntl();
  const { agreements } = useFormPlace();
  return (id) => {
    if (named.includes(id)) return intl.formatMessage({ id: `intake.group.${id}` });
    const title = agreements.find(({ code }) => code === id)?.words;
    return title ? `${id} · ${title}` : id;
  };
}
