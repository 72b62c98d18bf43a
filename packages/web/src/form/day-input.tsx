// A day in the language of the screen, not of the browser: written day/month/year, or chosen in a calendar. It gives and
// takes YYYY-MM-DD, and "" while nothing or no day is written, as the browser's own field does.
import {
  type FocusEvent,
  type FormEvent,
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { type IntlShape, useIntl } from "react-intl";
import type { Fault } from "./check-body.ts";
import type { Control } from "./control.ts";
import { readDay, writeDay } from "./read-day.ts";
import "./day-input.css";

const Calendar = lazy(() => import("./calendar.tsx").then(({ Calendar: it }) => ({ default: it })));

interface DayInputProps extends Control {
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly onLeave?: () => void;
  readonly isNeeded?: boolean;
  /** Told when what is written is no day: who draws the field then says nothing else about it. */
  readonly onUnread?: (isUnread: boolean) => void;
  /** Asked to say that nothing is written where a day is needed. */
  readonly onMissing?: (event: FormEvent<HTMLInputElement>) => void;
}

export function DayInput(props: DayInputProps) {
  const intl = useIntl();
  const input = useRef<HTMLInputElement>(null);
  const { text, fault, write, leave, complain } = useWritten(props, input);
  const [isOpen, setIsOpen] = useState(false);
  const faultId = `${props.id}-unread`;
  const close = () => {
    setIsOpen(false);
    input.current?.focus();
  };
  const choose = (day: string) => {
    write(writeDay(day));
    close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a calendar that the keyboard has left closes
    <div className="day-input" onBlur={(event) => leftAll(event) && setIsOpen(false)}>
      <input
        ref={input}
        id={props.id}
        className="field day-text"
        dir="ltr"
        inputMode="numeric"
        autoComplete="off"
        placeholder={intl.formatMessage({ id: "form.day.pattern" })}
        required={props.isNeeded}
        value={text}
        aria-invalid={props["aria-invalid"] ?? (fault ? true : undefined)}
        aria-describedby={together(props["aria-describedby"], fault && faultId)}
        onChange={(event) => write(event.target.value)}
        onBlur={leave}
        onInvalid={(event) =>
          event.currentTarget.validity.customError ? complain(event) : props.onMissing?.(event)
        }
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || !event.altKey) return;
          event.preventDefault();
          setIsOpen(true);
        }}
      />
      <CalendarButton isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} />
      {isOpen && (
        <Suspense fallback={null}>
          <Calendar
            value={props.value}
            onChoose={choose}
            onPressElsewhere={() => setIsOpen(false)}
            onClose={close}
          />
        </Suspense>
      )}
      {fault && (
        <p id={faultId} className="field-fault">
          {sayFault(intl, fault)}
        </p>
      )}
    </div>
  );
}

const together = (...ids: (string | false | null | undefined)[]) =>
  ids.filter(Boolean).join(" ") || undefined;

/** Some browsers give no focus to a button that is pressed: then nothing was left. */
const leftAll = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) =>
  relatedTarget !== null && !currentTarget.contains(relatedTarget);

/** What is written, kept in step with the day that the form has; a fault is said once the field is left or sent. */
function useWritten(props: DayInputProps, input: RefObject<HTMLInputElement | null>) {
  const { value, onChange, onLeave, onUnread } = props;
  const intl = useIntl();
  const [text, setText] = useState(() => writeDay(value));
  const [isLeft, setIsLeft] = useState(false);
  // a day that comes back from where it was given is no news, even if more was written meanwhile
  const given = useRef<string[]>([]);
  useEffect(() => {
    const mine = given.current.indexOf(value);
    given.current = mine < 0 ? [] : given.current.slice(mine + 1);
    if (mine < 0) setText(writeDay(value));
  }, [value]);
  const read = readDay(text);
  const fault = read.kind === "fault" ? read.fault : null;
  useEffect(() => {
    input.current?.setCustomValidity(fault ? sayFault(intl, fault) : "");
    onUnread?.(fault !== null);
  });
  const write = (next: string) => {
    setText(next);
    const now = readDay(next);
    const day = now.kind === "day" ? now.day : "";
    if (day === value) return;
    given.current.push(day);
    onChange(day);
  };
  const leave = () => {
    setIsLeft(true);
    if (read.kind === "day") setText(writeDay(read.day));
    onLeave?.();
  };
  const complain = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    setIsLeft(true);
    input.current?.focus();
  };
  return { text, fault: isLeft ? fault : null, write, leave, complain };
}

function sayFault(intl: IntlShape, { id, values }: Fault): string {
  if (values?.at === undefined) return intl.formatMessage({ id }, values);
  const month = intl.formatDate(`${values.at}-01T12:00:00Z`, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return intl.formatMessage({ id }, { ...values, month });
}

/** Whether a form holds a text that is no day; it is gone to, and its fault is said. */
export function complainOfDays(form: HTMLFormElement | null): boolean {
  const texts = form?.querySelectorAll<HTMLInputElement>("input.day-text") ?? [];
  const unread = [...texts].find(({ validity }) => validity.customError);
  return unread !== undefined && !unread.checkValidity();
}

function CalendarButton({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }) {
  const intl = useIntl();
  return (
    <button
      type="button"
      className="button day-button"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-label={intl.formatMessage({ id: "form.day.choose" })}
      onClick={onToggle}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path
          d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5 1.5v3M11 1.5v3"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.3"
        />
      </svg>
    </button>
  );
}

interface DayQuestionProps {
  readonly words: ReactNode;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** A day that narrows a list, with its word above it. */
export function DayQuestion({ words, value = "", onChange }: DayQuestionProps) {
  const id = useId();
  return (
    <div className="day-question">
      <label htmlFor={id}>{words}</label>
      <DayInput id={id} value={value} onChange={(day) => onChange(day || undefined)} />
    </div>
  );
}
