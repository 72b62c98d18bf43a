import { expect, test } from "vitest";
import { hashPassword, passwordMatches, refuseWeakPassword } from "./passwords.ts";

const about = ["salma.benali@exemple.test", "Salma Benali"];

test.each([
  ["password_short", "court mais ok"],
  ["password_breached", "QwertyUiop123"],
  ["password_breached", "abcabcabcabcabc"],
  ["password_breached", "123456789012345"],
  ["password_breached", "MotDePasse-2026!"],
  ["password_breached", "azertyuiop123"],
  ["password_breached", "123soleil-123soleil"],
  ["password_breached", "Vive le Maroc 2026"],
  ["password_breached", "كلمة السر 123456"],
  ["password_breached", "محمّد-المغرب-2026"],
  ["password_personal", "salma.benali.2026"],
  ["password_personal", "Iltizam2026!!"],
  ["password_long", "x y ".repeat(60)],
])("%s: %s is refused", (name, password) => {
  const short = name === "password_short" ? password.slice(0, 11) : password;
  expect(() => refuseWeakPassword(short, about)).toThrow(`identity.${name}`);
});

test.each([
  "un figuier devant la gare",
  "ثلاث قطط فوق السطح",
  "maroc sous un orage bleu",
  "zzqqfygmwpbt",
  "Salma aime le vent d'est",
])("%s is taken: nothing is asked of its letters", (password) => {
  expect(() => refuseWeakPassword(password, about)).not.toThrow();
});

test("the same letters from another keyboard are the same password", async () => {
  const kept = await hashPassword("cafe\u0301 au lait chaud");
  expect(await passwordMatches(kept, "café au lait chaud")).toBe(true);
  expect(await passwordMatches(kept, "cafe au lait chaud")).toBe(false);
  expect(await passwordMatches(null, "café au lait chaud")).toBe(false);
});
