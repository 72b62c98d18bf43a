// A thing with its values: a party, a target, an amount. The whole of it can be refused at once.
import { FormattedMessage, useIntl } from "react-intl";
import type { Holder } from "../model/arrange.ts";
import { isValue } from "../model/value.ts";
import { Acts } from "./acts.tsx";
import { FillIn } from "./fill-in.tsx";
import { ItemRow } from "./item-row.tsx";
import { StructureRows } from "./structure-rows.tsx";
import { useWork } from "./work.ts";

/** `isGroup`: the thing is what its group is about, and the group's header says so. */
export function HolderView({ holder, isGroup }: { holder: Holder; isGroup: boolean }) {
  const { isOver } = useWork();
  const isRefused = useIsRefused(holder);
  return (
    <div className="holder" data-holder={holder.path} data-refused={isRefused || undefined}>
      {!isGroup && isThing(holder) && <HolderHeader holder={holder} />}
      <ul>
        {holder.items.map((item) => (
          <ItemRow key={item.path} item={item} />
        ))}
      </ul>
      <StructureRows path={holder.path} />
      {!isOver && !isRefused && <FillIn path={holder.path} />}
    </div>
  );
}

/** Whether it holds values that can be refused with it. */
export const isThing = (holder: Holder) =>
  /^event$|\./.test(holder.path) && holder.items.some((item) => item.what === "value");

function useIsRefused(holder: Holder): boolean {
  const { standing } = useWork();
  return isThing(holder) && holder.items.every((item) => standing(item) === "refused");
}

function HolderHeader({ holder }: { holder: Holder }) {
  const intl = useIntl();
  const list = holder.path.split(".").findLast((word) => !/^(\d+|\+\w+)$/.test(word)) ?? "";
  const thing = intl.formatMessage({ id: `intake.thing.${list}` });
  const first = holder.items.find((item) => isValue(item.value))?.value;
  const words = isValue(first) ? first.passage.text : "";
  return (
    <p className="holder-header small">
      <span>
        {thing} <bdi className="muted">{words}</bdi>
      </span>
      <RefuseWhole holder={holder} about={`${thing} ${words}`} />
    </p>
  );
}

/** Refuses a thing with everything in it, or takes that back. */
export function RefuseWhole({ holder, about }: { holder: Holder; about: string }) {
  const { decide, reconsider, isOver } = useWork();
  const isRefused = useIsRefused(holder);
  const refuse = () =>
    isRefused
      ? reconsider(holder.path)
      : void decide({ path: holder.path, decision: "refused" }).catch(() => undefined);
  return (
    <span className="refuse-whole" data-whole={holder.path}>
      {isRefused && (
        <span className="muted">
          <FormattedMessage id="intake.standing.refused" />{" "}
        </span>
      )}
      {!isOver && (
        <Acts about={about} standing={isRefused ? "refused" : "open"} acts={["refuse"]} onAct={refuse} />
      )}
    </span>
  );
}
