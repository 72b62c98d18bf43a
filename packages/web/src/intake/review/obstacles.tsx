// What stands in the way of recording, each with the way to its place.
import { FormattedMessage } from "react-intl";
import { Name } from "../../language/figures.tsx";
import type { Item } from "../model/intake.ts";
import { isValue } from "../model/value.ts";
import { useItemName } from "./item-row.tsx";
import type { ReviewWork } from "./use-work.ts";

export function Obstacles({ work }: { work: ReviewWork }) {
  const { items, standing, snapshot, select } = work;
  const invalid = snapshot.intake.obstacles.filter(({ code }) => code === "invalid");
  const open = items.filter((item) => standing(item) === "open");
  const inferred = open.filter((item) => item.inferred).length;
  if (open.length + invalid.length === 0) {
    return (
      <p className="small" data-nothing-blocks>
        <FormattedMessage id="intake.nothingBlocks" />
      </p>
    );
  }
  return (
    <details className="obstacles small">
      <summary>
        <FormattedMessage id="intake.blocks" values={{ count: open.length + invalid.length, inferred }} />
      </summary>
      <ul>
        {invalid.map(({ path, fault }) => (
          <li key={path}>
            <button type="button" className="quiet" onClick={() => select(path)}>
              <Name>{fault ?? path}</Name>
            </button>
          </li>
        ))}
        {open.map((item) => (
          <li key={item.path}>
            <OpenItem item={item} onGo={() => select(item.path)} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function OpenItem({ item, onGo }: { item: Item; onGo: () => void }) {
  const name = useItemName()(item);
  const words = isValue(item.value) ? item.value.passage.text : (item.about ?? "");
  return (
    <button type="button" className="quiet" data-go-to={item.path} onClick={onGo}>
      {name}{" "}
      <span className="muted">
        «<Name>{words.slice(0, 60)}</Name>»
      </span>
      {item.inferred && (
        <span className="attention">
          {" "}
          <FormattedMessage id="intake.how.inferred" />
        </span>
      )}
    </button>
  );
}
