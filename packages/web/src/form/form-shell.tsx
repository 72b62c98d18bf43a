// The manner of a form: what was found of an earlier sitting is said, Ctrl-S and Ctrl-Enter save, the first field that is
// wrong is gone to, leaving with something unsaved asks, the next step is a sentence with a verb.
import { useBlocker } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Instant } from "../language/figures.tsx";
import { complainOfDays } from "./day-input.tsx";
import { Refusal, stayInField } from "./fields.tsx";
import { MeanwhileChoice } from "./meanwhile.tsx";
import type { FormState } from "./use-form.ts";
import "./form.css";

interface FormShellProps<Name extends string> {
  readonly form: FormState<Name>;
  /** A verb and what it does. */
  readonly action: ReactNode;
  readonly label: string;
  /** How fields are called, where two versions stand side by side. */
  readonly nameOf: (name: Name) => ReactNode;
  readonly wordsOf?: (name: Name, text: string) => ReactNode;
  /** A small form beside others keeps its draft, and does not hold back who leaves. */
  readonly isSmall?: boolean;
  /** In place of the refusal's sentence, where it is answered on the spot. */
  readonly refusal?: ReactNode;
  readonly children: ReactNode;
}

export function FormShell<Name extends string>(props: FormShellProps<Name>) {
  const { form, action, label, nameOf, wordsOf, isSmall, refusal, children } = props;
  const place = useRef<HTMLFormElement>(null);
  useAskBeforeLeaving(() => !isSmall && form.isUnsaved());
  const send = async () => {
    if (form.isSending || complainOfDays(place.current) || (await form.send())) return;
    // the field that is wrong is drawn in the next frame
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || !["s", "Enter"].includes(event.key)) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      ref={place}
      className="ask-form"
      aria-label={label}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Restored form={form} />
      {children}
      <MeanwhileChoice form={form} nameOf={nameOf} wordsOf={wordsOf} />
      {refusal ?? <Refusal error={form.refusal} />}
      <p className="button-row">
        <button
          type="submit"
          className="button main-button"
          disabled={form.isSending || form.meanwhile !== null}
          onMouseDown={stayInField}
        >
          {action}
        </button>
        {!isSmall && (
          <span className="small muted">
            <FormattedMessage id="form.keys" />
          </span>
        )}
      </p>
    </form>
  );
}

export function Restored<Name extends string>({ form }: { form: FormState<Name> }) {
  if (form.restoredAt === null) return null;
  return (
    <p className="done" role="status">
      <FormattedMessage id="form.restored" values={{ at: <Instant value={form.restoredAt} /> }} />{" "}
      <button type="button" className="plain-button" onClick={form.startAgain}>
        <FormattedMessage id="form.startAgain" />
      </button>
    </p>
  );
}

export function useAskBeforeLeaving(isUnsaved: () => boolean): void {
  const intl = useIntl();
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isUnsaved() &&
      current.pathname !== next.pathname &&
      !window.confirm(intl.formatMessage({ id: "form.leaving" })),
    enableBeforeUnload: isUnsaved,
  });
}
