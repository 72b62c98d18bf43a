import { describe, expect, test } from "vitest";
import { intake } from "../index.ts";

const SIGNED = "L'ANETI et la société Verdanor ont signé lundi une convention. ";
const draftOf = (text: string) => intake({ file: "t.txt", text });
const targets = (text: string) =>
  draftOf(text).instruments.flatMap((i) => i.targets.map((t) => `${t.value?.value} ${t.indicator?.value}`));
const others = (text: string) => draftOf(text).otherFigures.map((f) => `${f.value?.value} ${f.kind?.value}`);

describe("promises", () => {
  test.each([
    ["Elle vise l'insertion de 300 chercheurs d'emploi.", ["300 placements"]],
    ["L'entreprise recrutera plus de 120 ouvriers.", ["120 recruitments"]],
    ["Elle prévoit la création de 80 emplois durables.", ["80 durable_jobs"]],
    [
      "Elle permettra de former 240 menuisiers et d'ouvrir six espaces emploi.",
      ["240 persons_trained", "6 service_points_created"],
    ],
    ["Elle vise à accompagner 60 porteurs de projets.", ["60 project_holders_supported"]],
    ["Elle porte sur l'amélioration de l'employabilité de 5.460 jeunes.", ["5460 employability_improved"]],
    ["Elle prévoit le financement de 55 projets.", ["55 projects_financed"]],
  ])("%s", (sentence, expected) => {
    expect(targets(SIGNED + sentence)).toEqual(expected);
  });

  test("a promise of several agreements is shared, not copied", () => {
    const draft = draftOf("L'ANETI a signé huit conventions. Elles visent l'insertion de 6.000 personnes.");
    expect(draft.instruments[0]?.targets).toEqual([]);
    expect(draft.shared.targets[0]?.covers).toEqual(["I1"]);
  });

  test("« whenever possible » is a promise without a number", () => {
    const draft = draftOf(`${SIGNED}Elle confiera, chaque fois que possible, des commandes aux jeunes.`);
    const [order] = draft.instruments[0]?.targets ?? [];
    expect(order?.value?.value).toBeNull();
    expect(order?.qualifier?.value).toBe("best_efforts");
  });
});

describe("figures that are no promise", () => {
  test.each([
    ["L'an dernier, 345 jeunes ont été formés.", ["345 past_result"]],
    ["L'agence a déjà inséré 1.150 jeunes.", ["1150 past_result"]],
    ["Le secteur exprime un besoin de 500 saisonniers.", ["500 need"]],
    ["Le centre a une capacité d'accueil de 600 stagiaires.", ["600 capacity"]],
    ["La société emploie 2.300 personnes.", ["2300 statistic"]],
    ["La province compte 225.000 habitants.", ["225000 population"]],
    ["Chaque stagiaire recevra 1.200 dirhams par mois.", ["1200.00 unit_amount"]],
  ])("%s", (sentence, expected) => {
    expect(others(SIGNED + sentence)).toEqual(expected);
    expect(targets(SIGNED + sentence)).toEqual([]);
  });

  test("an amount per person and month says so", () => {
    const [figure] = draftOf(`${SIGNED}Chaque stagiaire recevra 1.200 dirhams par mois.`).otherFigures;
    expect(figure?.per?.value).toBe("person_month");
    expect(figure?.currency?.value).toBe("MAD");
  });

  test("the money of a parent programme is not the agreement's", () => {
    const draft = draftOf(
      "Le programme Tamkine, doté de 1,25 MMDH, vise 10.000 porteurs de projets. La région et l'ANAPEC ont signé une convention de 12 MDH.",
    );
    expect(draft.instruments.flatMap((i) => i.amounts.map((a) => a.value?.value))).toEqual(["12000000.00"]);
    expect(
      draft.shared.targets.concat(
        draft.instruments.flatMap((i) => i.targets.map((t) => ({ ...t, covers: [] }))),
      ),
    ).toEqual([]);
  });

  test("a share says what it is a share of", () => {
    const draft = draftOf("Les besoins exprimés ont atteint 23.000, dont 68 % dans les services.");
    expect(draft.otherFigures.map((f) => f.of)).toEqual([null, "F1"]);
  });
});

test("a contribution has its contributor and its qualifier", () => {
  const draft = draftOf(`${SIGNED}La contribution de la région de Fès-Meknès est estimée à 160 MDH.`);
  const [amount] = draft.instruments[0]?.amounts ?? [];
  expect([amount?.role?.value, amount?.qualifier?.value, amount?.contributor?.value]).toEqual([
    "contribution",
    "estimated",
    "région de Fès-Meknès",
  ]);
});
