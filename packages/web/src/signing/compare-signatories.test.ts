import { expect, test } from "vitest";
import { compareSignatories } from "./compare-signatories.ts";

const person = (id: string) => ({ id, name: id, function: "f" });
const party = (reference: string, role: "signatory" | "funder", ...announced: string[]) => ({
  ...{ reference, nameAtSignature: reference, role, representatives: announced.map(person) },
});
const signature = (
  organisation: string,
  who: string,
  side: "political" | "administrative" | null = null,
) => ({
  ...{ id: `${organisation} ${who}`, organisation, person: person(who), side, capacity: "c" },
  ...{ power: null, signedOn: "2026-02-20", place: null },
});

test("who was announced and did not sign, and who signed unannounced, stand apart", () => {
  const [region, agency] = compareSignatories(
    [party("REGION", "signatory", "présidente", "wali"), party("AGENCE", "signatory")],
    [signature("REGION", "présidente"), signature("REGION", "adjoint"), signature("AGENCE", "directeur")],
  );
  expect(region?.silent.map(({ id }) => id)).toEqual(["wali"]);
  expect(region?.unannounced).toEqual(["REGION adjoint"]);
  // where nobody was announced, nobody is unannounced
  expect(agency).toMatchObject({ silent: [], unannounced: [], sidesMissing: [] });
});

test("a party signs politically and administratively: the side that is missing is named once a side is told", () => {
  const signed = [signature("REGION", "présidente", "political")];
  expect(compareSignatories([party("REGION", "signatory")], signed)[0]?.sidesMissing).toEqual([
    "administrative",
  ]);
  const both = [...signed, signature("REGION", "directrice", "administrative")];
  expect(compareSignatories([party("REGION", "signatory")], both)[0]?.sidesMissing).toEqual([]);
});

test("a party that holds two roles is one row; one that only pays signs nothing", () => {
  const parties = [party("REGION", "signatory", "p"), party("REGION", "funder"), party("BANQUE", "funder")];
  expect(compareSignatories(parties, []).map(({ reference }) => reference)).toEqual(["REGION"]);
});
