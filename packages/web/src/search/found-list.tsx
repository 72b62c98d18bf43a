import { FormattedMessage } from "react-intl";
import { Name } from "../language/figures.tsx";
import { type Found, keyOf, kinds } from "./found.ts";

export const optionId = (at: number): string => `search-found-${at}`;

interface FoundListProps {
  readonly shown: readonly Found[];
  readonly chosen: number;
  readonly isRecent: boolean;
  readonly isBusy: boolean;
  readonly onOpen: (one: Found) => void;
}

/** The list under the field: by kind when something is searched, in their order when they are the last ones opened. */
export function FoundList({ shown, chosen, isRecent, isBusy, onOpen }: FoundListProps) {
  const numbered = shown.map((one, at) => ({ one, at }));
  const groups = isRecent
    ? [{ word: "search.recent", held: numbered }]
    : kinds.map((kind) => ({
        word: `search.${kind}`,
        held: numbered.filter(({ one }) => one.kind === kind),
      }));
  return (
    <div id="search-found" role="listbox" aria-busy={isBusy} className="search-found">
      {groups
        .filter(({ held }) => held.length > 0)
        .map(({ word, held }) => (
          // biome-ignore lint/a11y/useSemanticElements: options of a list box are grouped by a role
          <div key={word} role="group" aria-labelledby={word}>
            <div id={word} className="small muted search-group">
              <FormattedMessage id={word} />
            </div>
            {held.map(({ one, at }) => (
              <FoundOption key={keyOf(one)} one={one} at={at} isChosen={at === chosen} onOpen={onOpen} />
            ))}
          </div>
        ))}
    </div>
  );
}

interface FoundOptionProps {
  readonly one: Found;
  readonly at: number;
  readonly isChosen: boolean;
  readonly onOpen: (one: Found) => void;
}

function FoundOption({ one, at, isChosen, onOpen }: FoundOptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and the keys
    <div
      id={optionId(at)}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className="search-option"
      onClick={() => onOpen(one)}
    >
      <Name>{one.name}</Name>
      <span className="small muted">
        <Name>{one.note}</Name>
      </span>
    </div>
  );
}
