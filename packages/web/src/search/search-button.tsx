// Ctrl-K everywhere: the way to an agreement, a party or a place by its name. The dialog is read when it first opens.
import { lazy, Suspense, useLayoutEffect, useRef, useState } from "react";
import { FormattedMessage } from "react-intl";
import { SearchFrame, SearchInput } from "./search-frame.tsx";
import "./search-button.css";

const SearchDialog = lazy(() =>
  import("./search-dialog.tsx").then((module) => ({ default: module.SearchDialog })),
);

export function SearchButton() {
  const [isOpen, setOpen] = useState(false);
  const typed = useRef("");
  const close = () => {
    setOpen(false);
    typed.current = "";
  };
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <button
        type="button"
        className="search-button"
        aria-keyshortcuts="Control+K"
        onClick={() => setOpen(true)}
      >
        <FormattedMessage id="search.button" />
        <kbd dir="ltr">Ctrl-K</kbd>
      </button>
      {isOpen && (
        <Suspense fallback={<TypedMeanwhile onType={(text) => (typed.current = text)} onClose={close} />}>
          <SearchDialog typed={typed} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

interface TypedMeanwhileProps {
  readonly onType: (text: string) => void;
  readonly onClose: () => void;
}

/** Before the dialog is there the letters are already its own: none is lost, and none is a key of the page. */
function TypedMeanwhile({ onType, onClose }: TypedMeanwhileProps) {
  return (
    <SearchFrame onClose={onClose}>
      <SearchInput onChange={({ target }) => onType(target.value)} />
    </SearchFrame>
  );
}
