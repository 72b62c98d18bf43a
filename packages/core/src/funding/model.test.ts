import fc from "fast-check";
import { expect, test } from "vitest";
import { pictureOf, type Standing } from "./model.ts";

const standing = fc.record<Standing>({
  role: fc.constantFrom("total", "contribution", "line"),
  contributor: fc.option(fc.constantFrom("CONSEIL", "AGENCE")),
  promised: fc.option(fc.bigInt({ min: 0n, max: 10n ** 13n })),
  called: fc.bigInt({ min: 0n, max: 10n ** 13n }),
  paid: fc.bigInt({ min: 0n, max: 10n ** 13n }),
  justified: fc.bigInt({ min: 0n, max: 10n ** 13n }),
});
const sum = (amounts: readonly (bigint | null)[]) =>
  amounts.reduce<bigint>((total, one) => total + (one ?? 0n), 0n);

test("whatever the parties promise, nothing is lost and no level is added to another", () => {
  fc.assert(
    fc.property(fc.array(standing), fc.array(fc.bigInt({ min: 0n, max: 10n ** 13n })), (held, children) => {
      const picture = pictureOf(held, children);
      if (picture.total !== null) expect(picture.known + picture.withoutPayer).toBe(picture.total);
      if (picture.below) expect(picture.below.sum + picture.below.difference).toBe(picture.total);
      expect(pictureOf(held, []).total).toBe(picture.total);
      expect(picture.paid).toBe(sum(held.map(({ paid }) => paid)));
      const lines = held.filter(({ role }) => role === "line");
      expect(pictureOf(lines, children)).toMatchObject({ total: null, known: 0n, withoutPayer: 0n });
    }),
  );
});
