// Select words in the text, then say what they are: whatever the reading did not see. The choice stands under the text,
// the form among what was proposed.
import { FormattedMessage } from "react-intl";
import { Name } from "../../language/figures.tsx";
import type { Passage } from "../model/value.ts";
import { AddChoice, AddForm, anywhere } from "./add-menu.tsx";
import { useReviewed } from "./reviewed.ts";
import { useWork } from "./work.ts";

/** The words that are selected, and what they may be. */
export function AddBar({ words }: { words: Passage | null }) {
  const { draft } = useReviewed();
  const lists = draft?.event === null ? ["event", ...anywhere] : anywhere;
  return (
    <div className="add-bar not-printed">
      <AddChoice lists={lists} at="anything" />
      <span className="small muted">
        {words ? (
          <q className="item-words">
            <Name>{words.text.length > 90 ? `${words.text.slice(0, 90)}…` : words.text}</Name>
          </q>
        ) : (
          <FormattedMessage id="intake.addHow" />
        )}
      </span>
    </div>
  );
}

export function AddPlace() {
  const { editing } = useWork();
  if (editing?.kind !== "add" || editing.at !== "anything") return null;
  return <AddForm list={editing.list} />;
}
