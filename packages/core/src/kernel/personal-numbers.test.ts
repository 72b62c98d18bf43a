import { expect, test } from "vitest";
import { personalNumberIn, personalNumberOf } from "./personal-numbers.ts";

test.each([
  ["la rappeler au 06 12 34 56 78", "phone"],
  ["Tél.0612345678.", "phone"],
  ["WhatsApp: +212 6 12 34 56 78", "phone"],
  ["joindre M. X (00212 (0)612345678)", "phone"],
  ["fixe 0522-998877, après 14 h", "phone"],
  ["الهاتف ٠٦١٢٣٤٥٦٧٨", "phone"],
  ["06\u00a012\u00a034\u00a056\u00a078", "phone"],
  ["CIN AB123456", "cin"],
  ["bénéficiaire k12345, dossier complet", "cin"],
  ["رقم بطاقتها BK٢٠٢١٣٤", "cin"],
  ["CNSS n° 123456789", "cnss"],
  ["immatriculée à la C.N.S.S. sous 123 456 789", "cnss"],
  ["رقم الضمان الاجتماعي: 123456789", "cnss"],
] as const)("«%s» holds a number of a person: %s", (text, found) => {
  expect(personalNumberIn(text)).toBe(found);
});

test.each([
  ["ICE 001234567000089 vérifié"],
  ["ICE001512345678099"],
  ["RIB 007 780 0001234567890123 45"],
  ["convention FM-2021-1 et avenant CV-20211"],
  ["visa n° 2021/0612345678"],
  ["B.O. n° 6807 du 26 août 2019, loi 09-08, dahir 1-09-15"],
  ["374 800 000,00 DH versés, 0,612345678 du total"],
  ["0612345678 DH sur la ligne 0"],
  ["06 124 500 dirhams"],
  ["du 01.02.2026 au 05.06.2026, comité du 07/03/2026"],
  ["affiliation CNSS 1234567 de l'employeur"],
  ["cotisations CNSS : 123 456 789 DH"],
  ["12 000 bénéficiaires en 2024-2026, dont 6 500 femmes"],
  ["agence E2, R13, article 12 bis, lot A1"],
  ["code ROME M1805, CITP 2512"],
  ["C-2026-0001 ; D-2026-0002"],
])("«%s» holds none", (text) => {
  expect(personalNumberIn(text)).toBeUndefined();
});

test("only fields into which people write freely are asked, however deep they lie", () => {
  expect(personalNumberOf({ phone: "0612345678", text: "AB123456" })).toBeUndefined();
  expect(personalNumberOf({ items: [{ note: "ok" }, { note: "06 12 34 56 78" }] })).toEqual({
    field: "items.1.note",
    found: "phone",
  });
});
