import { useNavigate } from "@tanstack/react-router";
import { type RefObject, useEffect, useLayoutEffect, useState } from "react";
import { FormattedMessage } from "react-intl";
import { Failure } from "../app/failure.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { addressOf, type Found } from "./found.ts";
import { FoundList, optionId } from "./found-list.tsx";
import { keepRecent, readRecent } from "./recent.ts";
import { SearchFrame, SearchInput } from "./search-frame.tsx";
import { useChoice } from "./use-choice.ts";
import { useFound } from "./use-found.ts";

interface SearchDialogProps {
  /** What was typed before the dialog was there. */
  readonly typed: RefObject<string>;
  readonly onClose: () => void;
}

export function SearchDialog({ typed, onClose }: SearchDialogProps) {
  return (
    <SearchFrame onClose={onClose}>
      <SearchField typed={typed} onClose={onClose} />
    </SearchFrame>
  );
}

/** One field and its list: arrows choose, Enter opens; before the first letter, what was opened last. */
function SearchField({ typed, onClose }: SearchDialogProps) {
  const navigate = useNavigate();
  const space = useShownSpace();
  const [text, setText] = useState("");
  // as it stands now that the dialog is there: letters came until this moment
  useLayoutEffect(() => setText(typed.current), [typed]);
  const asked = useSettled(text.trim());
  const { found, isWaiting, error, again } = useFound(space, asked);
  const shown = asked === "" ? readRecent(space) : found;
  const isBusy = isWaiting || asked !== text.trim();
  const open = (one: Found) => {
    keepRecent(one);
    onClose();
    void navigate(addressOf(one));
  };
  const { at, move, forget } = useChoice({ shown, isBusy, open });
  useEffect(() => {
    document.getElementById(optionId(at))?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const said = asked !== "" && !isBusy && found.length === 0 && error === null;
  return (
    <>
      <SearchInput
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls="search-found"
        aria-activedescendant={shown.length > 0 ? optionId(at) : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          forget();
        }}
        onKeyDown={move}
      />
      {error !== null && <Failure error={error} reset={again} />}
      <FoundList shown={shown} chosen={at} isRecent={asked === ""} isBusy={isBusy} onOpen={open} />
      <p className="search-said small muted" role="status">
        {said && <FormattedMessage id="search.nothing" />}
        {asked === "" && shown.length === 0 && <FormattedMessage id="search.hint" />}
        {shown.length > 0 && <FormattedMessage id="search.keys" />}
      </p>
    </>
  );
}

/** The text a moment after the last key, so that each letter is not a question. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const later = setTimeout(() => setSettled(text), 150);
    return () => clearTimeout(later);
  }, [text]);
  return settled;
}
