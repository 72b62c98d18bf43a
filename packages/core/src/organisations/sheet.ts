// What a spreadsheet of organisations holds.
import { codes } from "@iltizam/reference";
import { choicesOf, defineSheet } from "../sheets/index.ts";
import { organisationKinds } from "./model.ts";

const kinds = codes("organisation_kinds").filter(({ code }) =>
  organisationKinds.some((kind) => kind === code),
);

export const organisationsSheet = defineSheet({
  kind: "organisations",
  title: { fr: "Organismes", ar: "الهيئات", en: "Organisations" },
  columns: [
    {
      key: "reference",
      type: "code",
      heading: { fr: "Référence", ar: "المرجع", en: "Reference" },
      help: {
        fr: "2 à 32 lettres majuscules, chiffres et tirets ; faite du nom si elle est vide.",
        ar: "من 2 إلى 32 حرفا لاتينيا كبيرا أو رقما أو شرطة؛ تُشتق من الاسم إذا تركت فارغة.",
        en: "2 to 32 capital letters, digits and hyphens; made of the name when empty.",
      },
      example: "EXEMPLE-SA",
    },
    {
      key: "kind",
      type: "list",
      required: true,
      heading: { fr: "Nature", ar: "النوع", en: "Kind" },
      help: { fr: "La nature de l’organisme.", ar: "نوع الهيئة.", en: "What kind of organisation it is." },
      example: "company",
      choices: choicesOf(kinds),
    },
    {
      key: "name",
      type: "text",
      required: true,
      free: true,
      heading: { fr: "Nom", ar: "الاسم", en: "Name" },
      help: {
        fr: "Le nom officiel présent, en lettres latines.",
        ar: "الاسم الرسمي الحالي بالحروف اللاتينية.",
        en: "The present official name, in Latin letters.",
      },
      example: "Exemple SA",
    },
    {
      key: "name_ar",
      type: "text",
      free: true,
      heading: { fr: "Nom en arabe", ar: "الاسم بالعربية", en: "Name in Arabic" },
      help: {
        fr: "Le nom officiel en arabe.",
        ar: "الاسم الرسمي بالعربية.",
        en: "The official name in Arabic.",
      },
      example: "شركة مثال",
    },
    {
      key: "name_en",
      type: "text",
      free: true,
      heading: { fr: "Nom en anglais", ar: "الاسم بالإنجليزية", en: "Name in English" },
      help: {
        fr: "Le nom officiel en anglais.",
        ar: "الاسم الرسمي بالإنجليزية.",
        en: "The official name in English.",
      },
      example: "Example Ltd",
    },
    {
      key: "other_names",
      type: "codes",
      heading: { fr: "Autres noms", ar: "أسماء أخرى", en: "Other names" },
      help: {
        fr: "Sigles et autres noms sous lesquels on l’écrit, séparés par |.",
        ar: "المختصرات والأسماء الأخرى، يفصل بينها |.",
        en: "Acronyms and other names under which it is written, separated by |.",
      },
      example: "EXSA | Exemple",
    },
    {
      key: "ice",
      type: "code",
      heading: { fr: "ICE", ar: "التعريف الموحد للمقاولة", en: "ICE" },
      help: {
        fr: "Identifiant commun de l’entreprise, 15 chiffres.",
        ar: "التعريف الموحد للمقاولة، 15 رقما.",
        en: "Common company identifier, 15 digits.",
      },
      example: "000000000000000",
    },
    {
      key: "country",
      type: "code",
      heading: { fr: "Pays", ar: "البلد", en: "Country" },
      help: {
        fr: "Deux lettres (ISO 3166) ; MA si la cellule est vide.",
        ar: "حرفان (ISO 3166)؛ ‏MA إذا تركت فارغة.",
        en: "Two letters (ISO 3166); MA when empty.",
      },
      example: "MA",
    },
    {
      key: "place",
      type: "code",
      heading: { fr: "Territoire", ar: "المجال الترابي", en: "Territory" },
      help: {
        fr: "Code ou nom de la région, de la province ou de la commune.",
        ar: "رمز أو اسم الجهة أو العمالة أو الإقليم أو الجماعة.",
        en: "Code or name of the region, province or commune.",
      },
      example: "03",
    },
    {
      key: "parent",
      type: "text",
      heading: { fr: "Organisme de tutelle", ar: "الهيئة الوصية", en: "Parent organisation" },
      help: {
        fr: "Référence ou nom du groupe, de la fédération ou du ministère de tutelle.",
        ar: "مرجع أو اسم المجموعة أو الفيدرالية أو الوزارة الوصية.",
        en: "Reference or name of the group, federation or ministry above.",
      },
      example: "EXEMPLE-GROUPE",
    },
  ],
});
