const names = { fr: "Français", ar: "العربية", en: "English" } as const;

/** The languages in which somebody may be written to, each in its own words. */
export const useLanguages = () => Object.entries(names).map(([value, words]) => ({ value, words }));
