import { expect, test } from "vitest";
import { readCriteria, writeCriteria } from "./read-criteria.ts";

test("a criterion a line: name, weight, highest mark; in Arabic with its own semicolon", () => {
  const read = [
    { name: "urgence", weight: 3, most: 5 },
    { name: "faisabilité", weight: 1, most: 10 },
  ];
  expect(readCriteria("urgence ; 3 ; 5\n\n faisabilité;1;10 ")).toEqual(read);
  expect(readCriteria(writeCriteria(read))).toEqual(read);
  expect(readCriteria("الاستعجال؛ 2؛ 5")).toEqual([{ name: "الاستعجال", weight: 2, most: 5 }]);
});

test.each(["", "urgence", "urgence ; 3", "urgence ; 0 ; 5", "urgence ; 3 ; 101", "a ; 3 ; 5\nrien"])(
  "«%s» holds a line that is no criterion",
  (text) => expect(readCriteria(text)).toBeNull(),
);
