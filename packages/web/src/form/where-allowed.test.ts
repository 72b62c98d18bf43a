import { expect, test } from "vitest";
import { whereAllowed } from "./where-allowed.ts";

const role = { role: "R1", organisation: null, territory: null, agreement: null } as const;
const regional = { roles: [{ ...role, territory: "90" }] };
const nowhere = { territoryId: "", lead: " " };

test("who holds a role in a place is told to say where, in one of the ways that say it", () => {
  const asked = (values: typeof nowhere) => whereAllowed(regional, values, "territoryId", "lead");
  expect(asked(nowhere)).toEqual({ territoryId: { id: "form.fault.nowhere" } });
  expect(asked({ ...nowhere, territoryId: "90" })).toEqual({});
  expect(asked({ ...nowhere, lead: "SIM-AGENCE" })).toEqual({});
});

test("who holds one everywhere, or is the owner of the place, says it or not", () => {
  expect(whereAllowed({ roles: [...regional.roles, role] }, nowhere, "territoryId")).toEqual({});
  expect(whereAllowed({ roles: [] }, nowhere, "territoryId")).toEqual({});
  expect(whereAllowed(undefined, nowhere, "territoryId")).toEqual({});
});
