// What saving did, in one sentence; and, where it is safe, the way back.
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { FormattedMessage } from "react-intl";
import { Refusal } from "./fields.tsx";

interface SavedProps {
  readonly children?: ReactNode;
  readonly undo?: (() => Promise<unknown>) | undefined;
}

export function Saved({ children, undo }: SavedProps) {
  const place = useRef<HTMLDivElement>(null);
  const undoing = useMutation({ mutationFn: async () => undo?.() });
  useEffect(() => {
    // newer browsers give a promise, which is no way to end an effect
    void place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={place} className="done" role="status">
      {undoing.isSuccess ? (
        <FormattedMessage id="form.undone" />
      ) : (
        (children ?? <FormattedMessage id="form.saved" />)
      )}{" "}
      {undo && !undoing.isSuccess && (
        <button
          type="button"
          className="plain-button"
          disabled={undoing.isPending}
          onClick={() => undoing.mutate()}
        >
          <FormattedMessage id="form.undo" />
        </button>
      )}
      <Refusal error={undoing.error} />
    </div>
  );
}
