import { expect, test } from "vitest";
import { faultOfElement } from "./use-own-fault.ts";

const element = (validity: Partial<ValidityState>, attributes: Record<string, string> = {}) => ({
  validity: validity as ValidityState,
  getAttribute: (name: string) => attributes[name] ?? null,
});

test("what the browser finds wrong with a field is said with the bound that it broke", () => {
  expect(faultOfElement(element({ valueMissing: true }))).toEqual({ id: "form.fault.needed" });
  expect(faultOfElement(element({ badInput: true, valueMissing: true }))).toEqual({
    id: "form.fault.number",
  });
  expect(faultOfElement(element({ stepMismatch: true }))).toEqual({ id: "form.fault.number" });
  expect(faultOfElement(element({ typeMismatch: true }))).toEqual({ id: "form.fault.mail" });
  expect(faultOfElement(element({ tooShort: true }, { minlength: "12" }))).toEqual({
    ...{ id: "form.fault.short", values: { least: 12 } },
  });
  expect(faultOfElement(element({ rangeUnderflow: true }, { min: "6" }))).toEqual({
    ...{ id: "form.fault.least", values: { least: 6 } },
  });
  expect(faultOfElement(element({ rangeOverflow: true }, { max: "19" }))).toEqual({
    ...{ id: "form.fault.most", values: { most: 19 } },
  });
});
