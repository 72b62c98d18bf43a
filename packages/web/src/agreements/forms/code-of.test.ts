import { expect, test } from "vitest";
import { codeOf } from "./code-of.ts";

test("words become a code that the register accepts, the same each time, in any writing", () => {
  expect(codeOf("Insertion des jeunes à l’emploi")).toBe("insertion_des_jeunes_a_l_emploi");
  expect(codeOf("إدماج الشباب")).toBe(codeOf(" إدماج الشباب "));
  expect(codeOf("إدماج الشباب")).not.toBe(codeOf("إدماج النساء"));
  for (const words of ["é", "تكوين", "x".repeat(200), "— !"])
    expect(codeOf(words)).toMatch(/^[a-z0-9][a-z0-9_.-]{0,59}$/);
});
