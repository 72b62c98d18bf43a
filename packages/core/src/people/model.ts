import { z } from "zod";
import { plainDate, space } from "../kernel/index.ts";
import { documentOf } from "./document.ts";

const text = z.string().trim().min(1).max(200);

/** What the vault keeps of a person, encrypted. */
export const personFields = z.object({
  name: text,
  nameAr: text.optional(),
  birthDate: plainDate.optional(),
  sex: z.enum(["F", "M"]).optional(),
  phone: text.optional(),
  mail: z.email().optional(),
  address: text.optional(),
});
export type PersonFields = z.infer<typeof personFields>;

/** Whether there is a way to reach the person among her fields. */
export const hasContact = ({ phone, mail, address }: PersonFields): boolean =>
  phone !== undefined || mail !== undefined || address !== undefined;

export const personInput = z.object({ space, document: documentOf, person: personFields });
