// Taking something away asks first, and asks why: the reason is kept in the journal.
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Refusal, TextField } from "./fields.tsx";

interface RemoveButtonProps {
  /** What is taken away, as text. */
  readonly what: string;
  readonly onRemove: (reason: string) => Promise<unknown>;
  /** Another verb than «Take away». */
  readonly action?: ReactNode;
}

export function RemoveButton({ what, onRemove, action }: RemoveButtonProps) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const verb = action ?? <FormattedMessage id="form.remove" />;
  return (
    <>
      <button
        type="button"
        className="quiet"
        // a verb of its own says already what it takes away
        aria-label={action ? undefined : intl.formatMessage({ id: "form.removeThis" }, { what })}
        onClick={() => setOpen(true)}
      >
        {verb}
      </button>
      {isOpen && (
        <ReasonDialog
          what={what}
          title={action}
          action={verb}
          onRemove={onRemove}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface ReasonDialogProps extends RemoveButtonProps {
  /** A verb of its own, said over the dialog too. */
  readonly title: ReactNode;
  readonly onClose: () => void;
}

function ReasonDialog({ what, title: verb, action, onRemove, onClose }: ReasonDialogProps) {
  const place = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState("");
  const title = useId();
  const removal = useMutation({ mutationFn: () => onRemove(reason.trim()), onSuccess: onClose });
  useLayoutEffect(() => {
    const dialog = place.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={place}
      className="reason-dialog"
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form
        className="ask-form"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          removal.mutate();
        }}
      >
        <h2 id={title}>
          {verb ? (
            <>
              {verb} · <bdi>{what}</bdi>
            </>
          ) : (
            <FormattedMessage id="form.removeThis" values={{ what: <bdi>{what}</bdi> }} />
          )}
        </h2>
        <TextField
          label={<FormattedMessage id="form.removeWhy" />}
          lines={2}
          least={3}
          most={2000}
          isNeeded
          value={reason}
          onChange={setReason}
        />
        <Refusal error={removal.error} />
        <p className="button-row">
          <button type="submit" className="button main-button" disabled={removal.isPending}>
            {action}
          </button>
          <button type="button" className="button" onClick={onClose}>
            <FormattedMessage id="form.cancel" />
          </button>
        </p>
      </form>
    </dialog>
  );
}
