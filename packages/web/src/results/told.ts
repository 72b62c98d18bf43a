// What the form tells of a result, as the API takes it.
import type { Place, PreviewBody } from "../api/results.ts";

export const ownSource = "iltizam";

export const educations = ["U", "0", "1", "2", "3", "4", "5", "6", "7", "8"] as const;
export const sexes = ["U", "F", "M"] as const;

export interface Typed {
  readonly date: string;
  readonly place: Place | null;
  readonly sex: string;
  readonly birthDate: string;
  readonly age: string;
  readonly education: string;
  readonly quantity: string;
  readonly note: string;
}

export const nothingTyped: Typed = {
  ...{ date: "", place: null, sex: "U", birthDate: "", age: "", education: "U", quantity: "1", note: "" },
};

export type Subject = PreviewBody["subject"];

/** What would be sent without the evidence; null while something that is needed is missing. */
export function toldOf(commitment: string, subject: Subject | null, typed: Typed): PreviewBody | null {
  const { date, place, note, quantity } = typed;
  if (subject === null || date === "") return null;
  const isThing = "thing" in subject;
  return {
    ...{ commitment, subject, date, source: ownSource },
    place: placeCode(place),
    ...(isThing ? { quantity: Number(quantity) || 1 } : person(typed)),
    ...(note.trim() !== "" && { note: note.trim() }),
  };
}

function person({
  sex,
  birthDate,
  age,
  education,
}: Typed): Pick<PreviewBody, "sex" | "education" | "birthDate" | "age"> {
  return {
    sex: sexes.find((one) => one === sex) ?? "U",
    education: educations.find((one) => one === education) ?? "U",
    ...(birthDate !== "" ? { birthDate } : age !== "" && { age: Number(age) }),
  };
}

/** `scheme:code`, `abroad:XX`, or unknown. */
export function placeCode(place: Place | null): string {
  if (place === null) return "unknown";
  return place.kind === "abroad" ? `abroad:${place.code}` : `${place.scheme}:${place.code}`;
}
