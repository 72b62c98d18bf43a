// What a file of results holds: one row a fact. A person is named by her document, which only the vault's key can find
// again; names go to the vault encrypted, and into no other table.
import { codes, educationLevels } from "@iltizam/reference";
import { documentTypes } from "../people/index.ts";
import { type Choice, choicesOf, defineSheet, words } from "../sheets/index.ts";

const typeNames = {
  cin: words("CIN", "البطاقة الوطنية", "national identity card"),
  passport: words("passeport", "جواز السفر", "passport"),
  residence_permit: words("titre de séjour", "بطاقة الإقامة", "residence permit"),
  cnss: words("immatriculation CNSS", "رقم التسجيل في CNSS", "CNSS registration"),
  other: words("autre", "أخرى", "other"),
} as const;

const evidence = codes("evidence_levels").filter(({ code }) => code !== "E0");
const sexes: readonly Choice[] = codes("sexes").map(({ code, label }) => ({
  value: code === "unknown" ? "U" : code,
  label,
  also:
    code === "F"
      ? ["femme", "امرأة", "أنثى", "female"]
      : code === "M"
        ? ["homme", "رجل", "ذكر", "male", "H"]
        : [],
}));
const milieux: readonly Choice[] = codes("milieux").map(({ code, label }) => ({
  value: code === "unknown" ? "?" : code === "rural" ? "R" : "U",
  label,
  also: [code],
}));
/** ISCED 9 (not classified) is no level that a rule could compare: it counts as unknown. */
const levels: readonly Choice[] = [
  ...choicesOf(educationLevels().filter(({ code }) => /^[0-8]$/.test(code))),
  { value: "U", label: words("non renseigné", "غير محدد", "unknown"), also: ["unknown", "9"] },
];

export const resultsSheet = defineSheet({
  kind: "results",
  title: words("Résultats", "النتائج", "Results"),
  columns: [
    {
      key: "commitment",
      type: "code",
      required: true,
      heading: words("Engagement", "الالتزام", "Commitment"),
      help: words(
        "Référence : convention/numéro.",
        "المرجع: الاتفاقية/الرقم.",
        "Reference: agreement/number.",
      ),
      example: "EXEMPLE-2019-1/1",
    },
    {
      key: "indicator",
      type: "code",
      heading: words("Indicateur", "المؤشر", "Indicator"),
      help: words(
        "Celui de l’engagement si la cellule est vide.",
        "مؤشر الالتزام إذا تركت فارغة.",
        "The commitment’s when empty.",
      ),
      example: "placements",
    },
    {
      key: "date",
      type: "date",
      required: true,
      heading: words("Date du fait", "تاريخ الواقعة", "Date of the fact"),
      help: words(
        "Le jour de l’embauche, de la commande…",
        "يوم التشغيل أو الطلبية…",
        "The day of the hiring, the order…",
      ),
      example: "2021-03-01",
    },
    {
      key: "document_type",
      type: "list",
      heading: words("Type de pièce", "نوع الوثيقة", "Type of document"),
      help: words(
        "CIN si la cellule est vide.",
        "البطاقة الوطنية إذا تركت فارغة.",
        "Identity card when empty.",
      ),
      example: "cin",
      choices: documentTypes.map((value) => ({ value, label: typeNames[value] })),
    },
    {
      key: "document_number",
      type: "code",
      longest: 40,
      heading: words("Numéro de pièce", "رقم الوثيقة", "Document number"),
      help: words(
        "Sert à compter la personne une seule fois ; il n’est gardé que chiffré.",
        "يستعمل لاحتساب الشخص مرة واحدة فقط؛ لا يحفظ إلا مشفرا.",
        "Used to count the person once; kept only as a keyed hash.",
      ),
      example: "XX000000",
    },
    {
      key: "document_country",
      type: "code",
      heading: words("Pays de la pièce", "بلد الوثيقة", "Country of the document"),
      help: words("MA si la cellule est vide.", "‏MA إذا تركت فارغة.", "MA when empty."),
      example: "MA",
    },
    {
      key: "thing",
      type: "code",
      longest: 200,
      free: true,
      heading: words("Objet compté", "الشيء المحتسب", "Thing counted"),
      help: words(
        "Pour un indicateur de choses : le numéro de la commande, du lieu…",
        "لمؤشر يحتسب أشياء: رقم الطلبية أو المكان…",
        "For an indicator about things: the number of the order, the place…",
      ),
      example: "",
    },
    {
      key: "sex",
      type: "list",
      heading: words("Sexe", "الجنس", "Sex"),
      help: words("F, M ou vide.", "F أو M أو فارغة.", "F, M or empty."),
      example: "F",
      choices: sexes,
    },
    {
      key: "birth_date",
      type: "date",
      heading: words("Date de naissance", "تاريخ الازدياد", "Date of birth"),
      help: words(
        "Sert à calculer l’âge ; elle n’est pas gardée.",
        "يستعمل لحساب السن؛ لا يحفظ.",
        "Used to compute the age; not kept.",
      ),
      example: "1998-04-20",
    },
    {
      key: "age",
      type: "integer",
      heading: words("Âge", "السن", "Age"),
      help: words(
        "À la date du fait, sans date de naissance.",
        "في تاريخ الواقعة إذا لم يعرف تاريخ الازدياد.",
        "On the date of the fact, without a date of birth.",
      ),
      example: "",
    },
    {
      key: "education",
      type: "list",
      heading: words("Niveau d’études", "المستوى الدراسي", "Education"),
      help: words("Niveau CITE 0 à 8.", "مستوى CITE من 0 إلى 8.", "ISCED level 0 to 8."),
      example: "3",
      choices: levels,
    },
    {
      key: "milieu",
      type: "list",
      heading: words("Milieu", "الوسط", "Milieu"),
      help: words(
        "Celui de la commune si la cellule est vide.",
        "وسط الجماعة إذا تركت فارغة.",
        "The commune’s when empty.",
      ),
      example: "U",
      choices: milieux,
    },
    {
      key: "place",
      type: "code",
      heading: words("Lieu", "المكان", "Place"),
      help: words(
        "Code (de préférence système:code) ou abroad:XX ; vide si inconnu.",
        "رمز (يفضل النظام:الرمز) أو abroad:XX؛ فارغة إذا كان مجهولا.",
        "A code (best scheme:code) or abroad:XX; empty when unknown.",
      ),
      example: "hcp:03",
    },
    {
      key: "segments",
      type: "codes",
      heading: words("Publics", "الفئات", "Population segments"),
      help: words("Codes séparés par |.", "رموز يفصل بينها |.", "Codes separated by |."),
      example: "youth",
    },
    {
      key: "quantity",
      type: "integer",
      heading: words("Quantité", "الكمية", "Quantity"),
      help: words("1 pour une personne.", "1 للشخص الواحد.", "1 for a person."),
      example: "1",
    },
    {
      key: "evidence",
      type: "list",
      heading: words("Preuve déclarée", "الإثبات المصرح به", "Claimed evidence"),
      help: words("E1 si la cellule est vide.", "‏E1 إذا تركت فارغة.", "E1 when empty."),
      example: "E1",
      choices: choicesOf(evidence),
    },
    {
      key: "evidence_reference",
      type: "text",
      free: true,
      longest: 200,
      heading: words("Référence de la preuve", "مرجع الإثبات", "Reference of the evidence"),
      help: words(
        "Numéro du dossier ou de la pièce.",
        "رقم الملف أو الوثيقة.",
        "Number of the file or paper.",
      ),
      example: "Dossier 12",
    },
    {
      key: "external_id",
      type: "code",
      longest: 200,
      free: true,
      heading: words("Identifiant d’origine", "المعرف الأصلي", "Id in the source"),
      help: words(
        "Identifiant de la ligne dans le système d’origine : la renvoyer la corrige.",
        "معرف السطر في النظام الأصلي: إعادة إرساله تصححه.",
        "The row’s id in its own system: sending it again corrects it.",
      ),
      example: "EX-1",
    },
    {
      key: "source",
      type: "code",
      heading: words("Système d’origine", "النظام الأصلي", "Source"),
      help: words(
        "Code du système ; ou l’option --source.",
        "رمز النظام؛ أو الخيار ‎--source.",
        "Code of the system; or the option --source.",
      ),
      example: "exemple",
    },
    {
      key: "first_name",
      type: "text",
      free: true,
      longest: 100,
      heading: words("Prénom", "الاسم الشخصي", "First name"),
      help: words("Gardé chiffré.", "يحفظ مشفرا.", "Kept encrypted."),
      example: "",
    },
    {
      key: "last_name",
      type: "text",
      free: true,
      longest: 100,
      heading: words("Nom", "الاسم العائلي", "Last name"),
      help: words("Gardé chiffré.", "يحفظ مشفرا.", "Kept encrypted."),
      example: "",
    },
    {
      key: "note",
      type: "text",
      free: true,
      longest: 2000,
      heading: words("Remarque", "ملاحظة", "Note"),
      help: words(
        "Texte libre, sans données d’identité.",
        "نص حر دون معطيات الهوية.",
        "Free text without identity data.",
      ),
      example: "",
    },
  ],
});
