// Select words in the text, then say what they are: whatever the reading did not see.
import { FormattedMessage } from "react-intl";
import { Name } from "../../language/figures.tsx";
import type { Passage } from "../model/value.ts";
import { AddChoice, AddForm, anywhere } from "./add-menu.tsx";
import { useReviewed } from "./reviewed.ts";
import { useWork } from "./work.ts";

export function AddAnything({ words }: { words: Passage | null }) {
  const { editing } = useWork();
  const { draft } = useReviewed();
  const lists = draft?.event === null ? ["event", ...anywhere] : anywhere;
  const isOpen = editing?.kind === "add" && editing.at === "anything";
  return (
    <section className="add-anything not-printed">
      <h3>
        <FormattedMessage id="intake.addTitle" />
      </h3>
      <p className="small muted">
        {words ? (
          <q className="item-words">
            <Name>{words.text.length > 120 ? `${words.text.slice(0, 120)}…` : words.text}</Name>
          </q>
        ) : (
          <FormattedMessage id="intake.addHow" />
        )}
      </p>
      <AddChoice lists={lists} at="anything" />
      {isOpen && <AddForm list={editing.list} />}
    </section>
  );
}
