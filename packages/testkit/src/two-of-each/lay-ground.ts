// What the four agreements stand on: places, words, organisations and who signs for them.
import { type Context, nameActor } from "@iltizam/core/kernel";
import { addFocalPoint, registerOrganisation, relateOrganisations } from "@iltizam/core/organisations";
import { addTerritory } from "@iltizam/core/territory";
import { sql } from "kysely";

const space = "simulated" as const;

const organisations = [
  ["AGENCY", "public_employment_service", null],
  ["COUNCIL-N", "regional_council", "N"],
  ["COUNCIL-S", "regional_council", "S"],
  ["ALFA", "company", "N"],
  ["BETA", "company", "S"],
  ["FED", "professional_federation", null],
] as const;

/** Returns the ids by name. */
export async function layGround(ctx: Context): Promise<(name: string) => string> {
  const ids = new Map<string, string>();
  await addPlaces(ctx, ids);
  await addWords(ctx);
  for (const [reference, kind, place] of organisations) {
    const territoryId = place === null ? null : ids.get(place);
    const made = await registerOrganisation(ctx, { space, reference, kind, name: reference, territoryId });
    ids.set(reference, made.id);
    await addFocalPoint(ctx, {
      organisation: reference,
      function: "RH",
      mail: `${reference.toLowerCase()}@exemple.test`,
    });
  }
  for (const from of ["ALFA", "BETA"]) await relateOrganisations(ctx, { from, to: "FED", kind: "member_of" });
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new RangeError(`there is no ${name} here`);
    return id;
  };
}

async function addPlaces(ctx: Context, ids: Map<string, string>): Promise<void> {
  const at = (code: string) => ({ scheme: "test", code });
  const add = async (code: string, kind: "nation" | "region" | "province", parent: string | null) => {
    const name = { fr: code, ar: "مكان" };
    const above = parent === null ? null : at(parent);
    ids.set(code, (await addTerritory(ctx, { space, ...at(code), kind, parent: above, name })).id);
  };
  await add("MA", "nation", null);
  for (const region of ["N", "S"]) {
    await add(region, "region", "MA");
    await add(`${region}1`, "province", region);
  }
}

async function addWords(ctx: Context): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, ctx.actor, "test");
    await sql`
      insert into indicators (code, label_fr, label_ar, label_en, unit, nature, subject, aggregation)
      values ('placements', 'insertions', 'إدماج', 'placements', 'persons', 'flow', 'person', 'distinct')`.execute(
      tx,
    );
    await sql`
      insert into indicator_versions (indicator, version, effective_from, state, definition_fr, definition_ar,
                                      definition_en, proof_level, recorded_at)
      values ('placements', 1, '2020-01-01', 'defined', 'x', 'x', 'x', 2, ${ctx.clock.now()})`.execute(tx);
    await sql`
      insert into classification_entries (scheme, code, position, label_fr, folded)
      values ('units', 'persons', 1, 'personnes', 'personnes')`.execute(tx);
    await sql`
      insert into measures (code, label_fr, label_ar, label_en, kind)
      values ('IDMAJ', 'Idmaj', 'إدماج', 'Idmaj', 'measure')`.execute(tx);
    await sql`
      insert into populations (code, label_fr, label_ar, label_en, sensitive)
      values ('youth', 'jeunes', 'شباب', 'young people', false), ('disability', 'handicap', 'إعاقة', 'disability', true)`.execute(
      tx,
    );
  });
}
