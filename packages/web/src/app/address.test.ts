import { expect, test } from "vitest";
import { readMoveSearch } from "../money/address.ts";
import { readPagedSearch } from "./address.ts";

test("what an address says in words that nobody knows is as if it were not there", () => {
  // the router lays what was understood over what was written
  const written = { space: "zzz", lang: "zzz", kind: "zzz", offset: "zzz" };
  expect({ ...written, ...readMoveSearch(written), ...readPagedSearch(written) }).toEqual({});
  const known = { space: "simulated", lang: "ar", kind: "called", movement: "1" };
  expect(readMoveSearch(known)).toEqual(known);
});
