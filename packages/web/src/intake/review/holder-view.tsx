// A thing with its values: a party, a target, an amount. The whole of it can be refused at once.
import { FormattedMessage, useIntl } from "react-intl";
import type { Holder } from "../model/arrange.ts";
import { isValue } from "../model/value.ts";
import { Acts } from "./acts.tsx";
import { FillIn } from "./fill-in.tsx";
import { ItemRow } from "./item-row.tsx";
import { StructureRows } from "./structure-rows.tsx";
import { useWork } from "./work.ts";

export function HolderView({ holder }: { holder: Holder }) {
  const { standing, isOver } = useWork();
  const isThing = /^event$|\./.test(holder.path) && holder.items.some((item) => item.what === "value");
  const isRefused = isThing && holder.items.every((item) => standing(item) === "refused");
  return (
    <div className="holder" data-holder={holder.path} data-refused={isRefused || undefined}>
      {isThing && <HolderHeader holder={holder} isRefused={isRefused} />}
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

function HolderHeader({ holder, isRefused }: { holder: Holder; isRefused: boolean }) {
  const intl = useIntl();
  const { decide, reconsider, isOver } = useWork();
  const list = holder.path.split(".").findLast((word) => !/^(\d+|\+\w+)$/.test(word)) ?? "";
  const thing = intl.formatMessage({ id: `intake.thing.${list}` });
  const first = holder.items.find((item) => isValue(item.value))?.value;
  const words = isValue(first) ? first.passage.text : "";
  const refuse = () =>
    isRefused
      ? reconsider(holder.path)
      : void decide({ path: holder.path, decision: "refused" }).catch(() => undefined);
  return (
    <p className="holder-header small">
      <span>
        {thing}
        {words !== "" && holder.path.split(".").length > 2 && <bdi className="muted"> {words}</bdi>}
      </span>
      {isRefused && (
        <span className="muted">
          <FormattedMessage id="intake.standing.refused" />
        </span>
      )}
      {!isOver && (
        <Acts
          about={`${thing} ${words}`}
          standing={isRefused ? "refused" : "open"}
          acts={["refuse"]}
          onAct={refuse}
        />
      )}
    </p>
  );
}
