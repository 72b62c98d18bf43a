import { describe, expect, test } from "vitest";
import { tokenise } from "../text/tokens.ts";
import { datesIn, durationsIn, periodsIn } from "./dates.ts";
import { moneyIn, percentEnd } from "./money.ts";
import { numbersIn } from "./numbers.ts";

const values = (text: string) => numbersIn(tokenise(text)).map((n) => n.value);
const money = (text: string) => {
  const tokens = tokenise(text);
  return moneyIn(tokens, numbersIn(tokens)).map((m) => `${m.value} ${m.currency}`);
};
const D = { year: null, month: null, day: null, weekday: null };

describe("numbers", () => {
  test.each([
    ["20.815", 20815],
    ["20 815", 20815],
    ["20\u202f815", 20815],
    ["20,815", 20815],
    ["1'250", 1],
    ["374,80", 374.8],
    ["1,25", 1.25],
    ["1.234.567", 1234567],
    ["12,7", 12.7],
    ["٢٠٬٨١٥", 20815],
    ["١٫٥ مليون", 1500000],
    ["1,5 million", 1500000],
    ["1.250 million", 1250000],
    ["200 مليون", 200000000],
    ["quinze", 15],
    ["vingt et une", 21],
    ["quatre-vingt-cinq", 85],
    ["soixante-dix-sept", 77],
    ["deux mille cinq cents", 2500],
    ["cent quatre-vingts", 180],
    ["mille deux cents", 1200],
    ["une vingtaine", 20],
    ["twenty-five thousand", 25000],
    ["three hundred", 300],
    ["ألف ومائتي", 1200],
    ["خمس وعشرين", 25],
    ["ثلاثة آلاف", 3000],
    ["ألفين", 2000],
    ["خمسة عشر", 15],
  ])("%s is %d", (text, value) => {
    expect(values(text)[0]).toBe(value);
  });

  test("a year is never joined to the number after it", () => {
    expect(values("en 2021 500 personnes")).toEqual([2021, 500]);
  });

  test("« des milliers » has no value", () => {
    expect(values("des milliers de jeunes")).toEqual([null]);
  });
});

describe("money", () => {
  test.each([
    ["406,80 millions de DH", "406800000.00 MAD"],
    ["374,80 MDH", "374800000.00 MAD"],
    ["1,25 MMDH", "1250000000.00 MAD"],
    ["200 مليون درهم", "200000000.00 MAD"],
    ["5 milliards d'ouguiyas", "5000000000.00 MRU"],
    ["300 millions de FCFA", "300000000.00 XOF"],
    ["€7.2 million", "7200000.00 EUR"],
    ["USD 1.8 million", "1800000.00 USD"],
    ["2,75 M€", "2750000.00 EUR"],
    ["$2m", "2000000.00 USD"],
    ["EGP 45 million", "45000000.00 EGP"],
  ])("%s is %s", (text, value) => {
    expect(money(text)).toEqual([value]);
  });

  test("« dinars » alone has no currency, but one for each country", () => {
    const tokens = tokenise("3 millions de dinars");
    const [amount] = moneyIn(tokens, numbersIn(tokens));
    expect(amount?.currency).toBeNull();
    expect(amount?.byCountry.get("TN")).toBe("TND");
    expect(amount?.byCountry.get("DZ")).toBe("DZD");
  });

  test.each(["68 %", "68%", "68 pour cent", "68 في المائة", "68 percent"])("%s is a share", (text) => {
    const tokens = tokenise(text);
    const [number] = numbersIn(tokens);
    expect(number && percentEnd(tokens, number)).toBe(tokens.length);
  });
});

describe("dates", () => {
  test.each([
    ["mercredi 15 décembre 2021", { year: 2021, month: 12, day: 15, weekday: 3 }],
    ["vendredi", { ...D, weekday: 5 }],
    ["fin janvier", { ...D, month: 1 }],
    ["20/06/2023", { ...D, year: 2023, month: 6, day: 20 }],
    ["2021-12", { ...D, year: 2021, month: 12 }],
    ["March 7, 2024", { ...D, year: 2024, month: 3, day: 7 }],
    ["يوم الخميس 9 ماي 2024", { year: 2024, month: 5, day: 9, weekday: 4 }],
    ["22 شتنبر", { ...D, month: 9, day: 22 }],
    ["3 أوت 2022", { ...D, year: 2022, month: 8, day: 3 }],
    ["15 غشت", { ...D, month: 8, day: 15 }],
  ])("%s", (text, date) => {
    expect(datesIn(tokenise(text))[0]?.date).toEqual(date);
  });

  test("only what is written: no year from nowhere", () => {
    expect(datesIn(tokenise("le 7 mai"))[0]?.date.year).toBeNull();
  });

  test("« samedi neuf conventions » is a weekday and nothing more", () => {
    expect(datesIn(tokenise("samedi 9 conventions"))[0]?.date).toEqual({ ...D, weekday: 6 });
  });

  test.each(["2020-2022", "de 2020 à 2022", "بين 2020 و2022", "from 2020 to 2022"])(
    "%s is a period",
    (text) => {
      expect(periodsIn(tokenise(text)).map((p) => [p.period.from.year, p.period.to.year])).toEqual([
        [2020, 2022],
      ]);
    },
  );

  test.each([
    ["trois ans", 36],
    ["36 mois", 36],
    ["three-year", 36],
    ["سنتين", 24],
    ["ثلاث سنوات", 36],
  ])("%s lasts %d months", (text, months) => {
    const tokens = tokenise(text);
    expect(durationsIn(tokens, numbersIn(tokens))[0]?.months).toBe(months);
  });
});
