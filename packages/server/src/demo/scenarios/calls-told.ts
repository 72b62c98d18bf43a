// What the calls of the fictional region say, and what is asked for under them.
import type { applicationWords, terms } from "@iltizam/core/calls";
import type { z } from "zod";

type Terms = z.input<typeof terms>;
export interface Asked {
  readonly organisation: string;
  /** By its code. */
  readonly province: string;
  readonly words: Omit<z.input<typeof applicationWords>, "places">;
}

const criteria: Terms["criteria"] = [
  { label: "Réponse au besoin du territoire", labelAr: "الاستجابة لحاجيات المجال", weight: 30, scale: 20 },
  { label: "Capacité de l’équipe", labelAr: "قدرة الفريق", weight: 25, scale: 20, atLeast: 8 },
  { label: "Effet sur l’emploi", labelAr: "الأثر على التشغيل", weight: 30, scale: 20 },
  { label: "Justesse du budget", labelAr: "ملاءمة الميزانية", weight: 15, scale: 20 },
];
const documents: Terms["documents"] = [
  { label: "Statuts et récépissé", labelAr: "القانون الأساسي ووصل الإيداع" },
  { label: "Plan de financement", labelAr: "مخطط التمويل" },
  { label: "Bilan de l’année précédente", labelAr: "حصيلة السنة السابقة", required: false },
];
const common = {
  ...{ kinds: ["association" as const, "cooperative" as const], currency: "MAD", ownSharePercent: 10 },
  ...{ passMark: 50, disagreementPercent: 40, criteria, documents },
  contact: "Guichet unique des initiatives, siège de la région Tilmira-Ouzaren (simulé)",
};

export const activity = {
  ...common,
  title: "Insertion par l’activité en milieu rural, 2026",
  titleAr: "الإدماج عبر النشاط الاقتصادي بالوسط القروي 2026",
  purpose:
    "Des projets d’associations et de coopératives qui forment et insèrent des habitants des communes rurales.",
  ...{ envelope: "700000.00", ceiling: "300000.00", opensOn: "2026-02-09", closesOn: "2026-03-15" },
} satisfies Terms;

export const crafts: typeof activity = {
  ...common,
  title: "Ateliers d’artisanat et relève des métiers",
  titleAr: "ورشات الصناعة التقليدية واستمرارية الحرف",
  purpose: "Transmettre un métier d’artisanat à des jeunes, avec une embauche au bout.",
  ...{ envelope: "400000.00", ceiling: "200000.00", opensOn: "2026-03-09", closesOn: "2026-04-30" },
};

export const running: typeof activity = {
  ...common,
  title: "Petites activités génératrices de revenus, au fil de l’eau",
  titleAr: "أنشطة صغيرة مدرة للدخل، باب مفتوح",
  purpose: "Un appui de démarrage, demandé quand le projet est prêt ; l’appel reste ouvert.",
  ...{ envelope: "1200000.00", ceiling: "80000.00", opensOn: "2026-04-15", closesOn: "2029-12-31" },
};

/** What an organisation asks for, under which promise, in which province. */
const ask = (
  organisation: string,
  province: string,
  told: Pick<Asked["words"], "title" | "summary" | "asked" | "own">,
  [indicator, quantity, wording]: readonly [string, number, string],
): Asked => ({
  ...{ organisation, province },
  words: { ...told, promises: [{ indicator, quantity, wording }] },
});

const elan = ask(
  "SIM-ELAN",
  "90.104",
  {
    title: "Atelier de couture et vente groupée d’Imouzlane",
    summary: "Un atelier partagé, une formation de six mois et des commandes groupées pour quarante femmes.",
    ...{ asked: "280000.00", own: "60000.00" },
  },
  ["placements", 40, "insertion de 40 femmes des communes rurales"],
);
const argile = ask(
  "SIM-COOP-ARGILE",
  "90.104",
  {
    title: "Four collectif et relève des potières",
    summary: "Un four économe en bois et l’apprentissage du métier par douze jeunes femmes.",
    ...{ asked: "260000.00", own: "40000.00" },
  },
  ["persons_trained_completed", 12, "formation achevée de 12 jeunes femmes"],
);
const safran = ask(
  "SIM-COOP-SAFRAN",
  "90.102",
  {
    title: "Séchage et conditionnement du safran",
    summary: "Un séchoir et un étiquetage communs, qui gardent dans la vallée la valeur de la récolte.",
    ...{ asked: "150000.00", own: "30000.00" },
  },
  ["placements", 9, "embauche de 9 saisonniers de la vallée"],
);
const peche = ask(
  "SIM-COOP-PECHE",
  "90.105",
  {
    title: "Glace et vente directe au débarcadère",
    summary: "Une chambre froide et un point de vente tenu par les pêcheurs.",
    ...{ asked: "190000.00", own: "50000.00" },
  },
  ["placements", 6, "embauche de 6 personnes au point de vente"],
);
const loom = ask(
  "SIM-ELAN",
  "90.104",
  {
    title: "Métiers à tisser et relève",
    summary: "Dix jeunes apprennent le tissage auprès de quatre maîtresses artisanes.",
    ...{ asked: "140000.00", own: "20000.00" },
  },
  ["persons_trained_completed", 10, "apprentissage achevé de 10 jeunes"],
);
const kiln = ask(
  "SIM-COOP-ARGILE",
  "90.104",
  {
    title: "Poterie d’Ifran, deuxième atelier",
    summary: "Un deuxième atelier où huit jeunes travaillent six mois, puis sont embauchés.",
    ...{ asked: "170000.00", own: "25000.00" },
  },
  ["placements", 8, "embauche de 8 jeunes à l’issue de l’atelier"],
);
const draft = ask(
  "SIM-ELAN",
  "90.104",
  { title: "Rucher partagé d’Imouzlane", summary: null, asked: null, own: null },
  ["placements", 3, "installation de 3 apicultrices"],
);
export const asked = { elan, argile, safran, peche, loom, kiln, draft };
