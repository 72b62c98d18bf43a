// A form for one thing: kept when every part of it can be read and the server takes it, else it says why and where.
import { type FormEvent, type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { FormattedMessage } from "react-intl";
import { filledIn } from "./blank.ts";
import { SpecField } from "./spec-field.tsx";
import type { Spec } from "./specs.ts";
import { faultIn } from "./unread.ts";

interface ThingFormProps {
  readonly title: ReactNode;
  readonly name: string;
  readonly spec: Spec;
  /** What it is now; null for something new. */
  readonly value: unknown;
  /** Rejects with the server's sentence when it does not take the value. */
  readonly onKeep: (value: unknown) => Promise<void>;
  readonly onLeave: () => void;
}

export function ThingForm({ title, name, spec, value, onKeep, onLeave }: ThingFormProps) {
  const [thing, setThing] = useState(() => filledIn(spec, value));
  const [told, setTold] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useFocusInside();
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    setTold(true);
    if (faultIn(thing)) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    setBusy(true);
    try {
      await onKeep(thing);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onLeave();
  };
  return (
    <form
      ref={form}
      className="thing-form"
      noValidate
      onSubmit={(event) => void keep(event)}
      onKeyDown={onKeyDown}
    >
      <h3>{title}</h3>
      <SpecField
        name={spec.kind === "record" ? "" : name}
        spec={spec}
        value={thing}
        onValue={setThing}
        told={told}
      />
      {refusal && (
        <p className="form-fault" role="alert">
          {refusal}
        </p>
      )}
      <p className="form-acts">
        <button type="submit" className="button strong" disabled={busy}>
          <FormattedMessage id="intake.form.keep" />
        </button>
        <button type="button" className="button" onClick={onLeave}>
          <FormattedMessage id="intake.form.leave" />
        </button>
      </p>
    </form>
  );
}

/** What opens where the keyboard is takes it. */
function useFocusInside() {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }, []);
  return form;
}
