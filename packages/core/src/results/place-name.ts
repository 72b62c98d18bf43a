// What the place of a result is called, in the languages in which it has a name.
import { sql } from "kysely";
import { z } from "zod";

export const placeName = z.object({ fr: z.string(), ar: z.string(), en: z.string().nullable() });

/** Of the territory that the statement calls `t`; null where there is none. */
export const nameOfPlace = sql`
  case when t.id is not null then jsonb_build_object('fr', t.name_fr, 'ar', t.name_ar, 'en', t.name_en) end`;
