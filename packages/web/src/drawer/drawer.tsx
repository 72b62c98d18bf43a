// Opens from the side and never loses the page: Escape, the button and a click beside it close it.
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useIntl } from "react-intl";
import "./drawer.css";

interface DrawerProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Drawer({ title, onClose, children }: DrawerProps) {
  const intl = useIntl();
  const place = useRef<HTMLDialogElement>(null);
  // before anything is drawn: between one drawer and the next no key may find none open
  useLayoutEffect(() => {
    const dialog = place.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog without our help
    <dialog
      ref={place}
      className="drawer arrives"
      aria-labelledby="drawer-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === place.current) onClose();
      }}
    >
      <div className="drawer-inside">
        <header className="drawer-header">
          <h2 id="drawer-title">{title}</h2>
          <button type="button" className="button" onClick={onClose}>
            {intl.formatMessage({ id: "drawer.close" })}
          </button>
        </header>
        <div className="drawer-content">{children}</div>
      </div>
    </dialog>
  );
}
