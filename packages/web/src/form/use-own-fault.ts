// What a field lacks is said beside it in the language of the screen: the browser would say it in its own, in a bubble
// that goes away.
import { type ClipboardEvent, type FormEvent, useState } from "react";
import { useIntl } from "react-intl";
import type { Fault } from "./check-body.ts";

export type FieldElement = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** As much as is pasted into one field: a page takes minutes to draw what is far longer, and nobody reads it there. */
const mostPasted = 200_000;

export function useOwnFault() {
  const intl = useIntl();
  const [found, setFound] = useState<Fault | null>(null);
  return {
    fault: found === null ? undefined : intl.formatMessage({ id: found.id }, found.values),
    forget: () => setFound(null),
    onInvalid: (event: FormEvent<FieldElement>) => {
      const { currentTarget } = event;
      event.preventDefault();
      setFound(faultOfElement(currentTarget));
      // the browser goes to the first of them only where it says it itself
      if (firstInvalid(currentTarget.form) === currentTarget) currentTarget.focus();
    },
    onPaste: (event: ClipboardEvent<FieldElement>) => {
      const { currentTarget, clipboardData } = event;
      const most = mostOf(currentTarget);
      if (lengthLeft(currentTarget) + clipboardData.getData("text").length <= most) return;
      event.preventDefault();
      setFound({ id: "form.fault.long", values: { most } });
    },
  };
}

const firstInvalid = (form: HTMLFormElement | null) =>
  form?.querySelector("input:invalid, textarea:invalid, select:invalid");

const mostOf = (element: FieldElement): number =>
  "maxLength" in element && element.maxLength > 0 ? element.maxLength : mostPasted;

/** How long the text is without what the paste would replace. */
function lengthLeft(element: FieldElement): number {
  const { selectionStart = 0, selectionEnd = 0 } = element as Partial<HTMLInputElement>;
  return element.value.length - ((selectionEnd ?? 0) - (selectionStart ?? 0));
}

/** What is wrong with a control, in the order in which it would be put right. */
export function faultOfElement(element: Pick<FieldElement, "validity" | "getAttribute">): Fault {
  const { validity } = element;
  const given = (name: string) => Number(element.getAttribute(name));
  if (validity.badInput || validity.stepMismatch) return { id: "form.fault.number" };
  if (validity.typeMismatch) return { id: "form.fault.mail" };
  if (validity.tooShort) return { id: "form.fault.short", values: { least: given("minlength") } };
  if (validity.rangeUnderflow) return { id: "form.fault.least", values: { least: given("min") } };
  if (validity.rangeOverflow) return { id: "form.fault.most", values: { most: given("max") } };
  return { id: validity.valueMissing ? "form.fault.needed" : "form.fault.shape" };
}
