// What a spreadsheet of declarations holds: a partner's own number for a period, the opening figures of old agreements
// among them.
import { defineSheet, words } from "../sheets/index.ts";

export const declarationsSheet = defineSheet({
  kind: "declarations",
  title: words(
    "Déclarations et chiffres d’ouverture",
    "التصريحات والأرقام الافتتاحية",
    "Declarations and opening figures",
  ),
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
      key: "declarant",
      type: "text",
      required: true,
      heading: words("Déclarant", "المصرح", "Declarant"),
      help: words(
        "Référence ou nom de l’organisme.",
        "مرجع الهيئة أو اسمها.",
        "Reference or name of the organisation.",
      ),
      example: "EXEMPLE-SA",
    },
    {
      key: "period_from",
      type: "date",
      required: true,
      heading: words("Début de la période", "بداية الفترة", "Period begins"),
      help: words("Premier jour.", "أول يوم.", "First day."),
      example: "2019-06-01",
    },
    {
      key: "period_to",
      type: "date",
      required: true,
      heading: words("Fin de la période", "نهاية الفترة", "Period ends"),
      help: words("Dernier jour.", "آخر يوم.", "Last day."),
      example: "2020-12-31",
    },
    {
      key: "quantity",
      type: "integer",
      required: true,
      heading: words("Quantité déclarée", "الكمية المصرح بها", "Quantity declared"),
      help: words(
        "Un nombre sans noms ; il n’est jamais ajouté aux personnes.",
        "عدد دون أسماء؛ لا يضاف أبدا إلى الأشخاص.",
        "A number without names; it is never added to persons.",
      ),
      example: "312",
    },
    {
      key: "declared_on",
      type: "date",
      heading: words("Déclarée le", "تاريخ التصريح", "Declared on"),
      help: words("Aujourd’hui si la cellule est vide.", "اليوم إذا تركت فارغة.", "Today when empty."),
      example: "2021-01-15",
    },
    {
      key: "note",
      type: "text",
      free: true,
      longest: 2000,
      heading: words("Remarque", "ملاحظة", "Note"),
      help: words("D’où vient le chiffre.", "مصدر الرقم.", "Where the figure comes from."),
      example: "Chiffre d’ouverture",
    },
  ],
});
