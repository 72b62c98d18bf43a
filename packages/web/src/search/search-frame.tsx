// The dialog of the search and its field, without what is found.
import { type ComponentProps, type ReactNode, useLayoutEffect, useRef } from "react";
import { useIntl } from "react-intl";
import "./search.css";

export function SearchFrame({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const place = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = place.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  const intl = useIntl();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog without our help
    <dialog
      ref={place}
      className="search-dialog"
      aria-label={intl.formatMessage({ id: "search.button" })}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === place.current) onClose();
      }}
    >
      {children}
    </dialog>
  );
}

export function SearchInput(props: ComponentProps<"input">) {
  const label = useIntl().formatMessage({ id: "search.label" });
  return <input type="search" className="search-field" aria-label={label} placeholder={label} {...props} />;
}
