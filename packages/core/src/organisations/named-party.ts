// A party as an answer names it to somebody who does not read the register: in its own words, and as it is officially
// called in Arabic and in English where the register has that.
import { sql } from "kysely";
import { z } from "zod";

const inOtherLanguages = { nameAr: z.string().nullable(), nameEn: z.string().nullable() };
export const namedParty = z.object({ reference: z.string(), name: z.string(), ...inOtherLanguages });
export type NamedParty = z.output<typeof namedParty>;

/** Of the organisation `o`. */
export const namedPartyOfO = sql<NamedParty>`
  json_build_object('reference', o.reference, 'name', o.name, 'nameAr', o.name_ar, 'nameEn', o.name_en)`;
